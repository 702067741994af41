package dev.patterned.operator.plan.collector;

import static dev.patterned.operator.plan.collector.Setting.mapping;

import dev.patterned.operator.model.LogAdapter.Output;
import dev.patterned.operator.model.LogAdapter.Output.Otlp;
import dev.patterned.operator.model.LogAdapter.Output.Stdout;
import dev.patterned.operator.plan.collector.Setting.Mapping;

/** Where records go. */
final class Exporters {
    /** On disk, of requests that wait for the receiver; then reading the files waits too. */
    static final long QUEUE_BYTES = 32L << 20;

    private static final long NEVER_MEGABYTES = 1L << 42;

    private Exporters() {}

    static Mapping of(Output output) {
        return mapping().with(name(output), settings(output));
    }

    static String name(Output output) {
        return switch (output) {
            case Stdout() -> "file";
            case Otlp otlp ->
                    switch (otlp.protocol()) {
                        case HTTP -> "otlp_http";
                        case GRPC -> "otlp_grpc";
                    };
        };
    }

    private static Mapping settings(Output output) {
        return switch (output) {
            case Stdout() -> stdout();
            case Otlp otlp -> otlp(otlp);
        };
    }

    /**
     * The exporter keeps what it writes for a while, and a kill would lose it: the file that it
     * came from already counts as read. Only where it rotates its file it does not, so it rotates
     * after more bytes than there will ever be.
     */
    private static Mapping stdout() {
        return mapping()
                .with("path", "/dev/stdout")
                .with("encoding", Extensions.JSON_LINES)
                .with(
                        "rotation",
                        mapping()
                                .with("max_megabytes", NEVER_MEGABYTES)
                                .with("max_days", 0)
                                .with("max_backups", 0));
    }

    private static Mapping otlp(Otlp otlp) {
        var headers = mapping();
        for (var index = 0; index < otlp.headers().size(); index++) {
            headers =
                    headers.with(
                            otlp.headers().get(index).name(),
                            Setting.environment(CollectorEnvironment.header(index)));
        }
        return mapping()
                .with("endpoint", otlp.endpoint())
                .with("compression", "gzip")
                .with("timeout", "10s")
                .with("headers", headers)
                .with("tls", mapping().with("insecure", otlp.endpoint().startsWith("http://")))
                .with("retry_on_failure", retry())
                .with("sending_queue", queue());
    }

    /** For ever: a receiver that is away for a weekend gets everything on Monday. */
    private static Mapping retry() {
        return mapping()
                .with("enabled", true)
                .with("initial_interval", "1s")
                .with("max_interval", "10s")
                .with("max_elapsed_time", "0s");
    }

    private static Mapping queue() {
        return mapping()
                .with("enabled", true)
                .with("storage", Extensions.STORAGE)
                .with("sizer", "bytes")
                .with("queue_size", QUEUE_BYTES)
                .with("block_on_overflow", true)
                // One after the other, or a retried request comes after its successor.
                .with("num_consumers", 1);
    }
}
