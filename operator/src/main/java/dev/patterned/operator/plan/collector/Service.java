package dev.patterned.operator.plan.collector;

import static dev.patterned.operator.plan.collector.Setting.mapping;
import static dev.patterned.operator.plan.collector.Setting.texts;

import dev.patterned.operator.model.LogAdapter;
import dev.patterned.operator.model.LogAdapter.Output;
import dev.patterned.operator.plan.collector.Setting.Mapping;

/** What of the rest is used, and what the collector says about itself. */
final class Service {
    private Service() {}

    static Mapping of(LogAdapter adapter) {
        var extensions = Extensions.of(adapter).entries().keySet().stream().toList();
        return mapping()
                .with("extensions", texts(extensions))
                .with("pipelines", mapping().with("logs", pipeline(adapter)))
                .with("telemetry", telemetry(adapter.output()));
    }

    /**
     * No batch processor: a file counts as read when the next in line has taken its records, and
     * what a batch has gathered dies with the process.
     */
    private static Mapping pipeline(LogAdapter adapter) {
        return mapping()
                .with("receivers", texts("file_log"))
                .with("processors", texts(Processors.LIMITER, Processors.TRANSFORM))
                .with("exporters", texts(Exporters.name(adapter.output())));
    }

    /**
     * Its own logs go to standard error; its metrics would open a port. That a receiver does not
     * answer is no more than information to it, and nobody else says so.
     */
    private static Mapping telemetry(Output output) {
        var level =
                switch (output) {
                    case Output.Stdout() -> "warn";
                    case Output.Otlp _ -> "info";
                };
        return mapping()
                .with("logs", mapping().with("level", level).with("encoding", "json"))
                .with("metrics", mapping().with("level", "none"));
    }
}
