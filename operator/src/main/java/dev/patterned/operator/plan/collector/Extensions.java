package dev.patterned.operator.plan.collector;

import static dev.patterned.operator.plan.collector.Setting.mapping;

import dev.patterned.operator.model.LogAdapter;
import dev.patterned.operator.model.LogAdapter.Output.Otlp;
import dev.patterned.operator.model.LogAdapter.Output.Stdout;
import dev.patterned.operator.plan.collector.Setting.Mapping;

/** What the collector has besides its pipeline. */
final class Extensions {
    static final String HEALTH = "health_check";
    static final String STORAGE = "file_storage";
    static final String JSON_LINES = "json_log_encoding";

    private Extensions() {}

    static Mapping of(LogAdapter adapter) {
        var always = mapping().with(HEALTH, health(adapter.healthPort())).with(STORAGE, storage());
        return switch (adapter.output()) {
            case Stdout() -> always.with(JSON_LINES, jsonLines());
            case Otlp _ -> always;
        };
    }

    private static Mapping health(int port) {
        // Without a host Go listens on both address families, and on IPv4 where there is no other.
        return mapping().with("endpoint", ":" + port);
    }

    private static Mapping storage() {
        return mapping()
                .with("directory", Setting.environment(CollectorEnvironment.STATE_DIRECTORY))
                .with("create_directory", true)
                .with("timeout", "5s")
                // Reading everything again is better than never starting again.
                .with("recreate", true);
    }

    private static Mapping jsonLines() {
        // By default it makes one array of all records that come together.
        return mapping().with("mode", "body").with("array_mode", false);
    }
}
