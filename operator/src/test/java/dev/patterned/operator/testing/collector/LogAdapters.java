package dev.patterned.operator.testing.collector;

import dev.patterned.operator.model.LogAdapter;
import dev.patterned.operator.model.LogAdapter.Format;
import dev.patterned.operator.model.LogAdapter.Output;
import dev.patterned.operator.model.LogAdapter.Schema;
import dev.patterned.operator.model.LogDirectory;
import dev.patterned.operator.model.LogDirectory.Scratch;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adapters, complete but for one change at a time. */
public final class LogAdapters {
    private static final ResourceRequirements RESOURCES =
            new ResourceRequirementsBuilder()
                    .withLimits(Map.of("memory", new Quantity("128Mi")))
                    .build();

    private LogAdapters() {}

    /** Reads files of a folder and prints them, with OpenTelemetry's keys. */
    public static LogAdapter reading(Path folder, Format format, String... files) {
        var directory =
                new LogDirectory(
                        "logs", folder.toString(), new Scratch(new Quantity("256Mi"), null));
        return new LogAdapter(
                "normalized",
                directory,
                List.of(files),
                format,
                Optional.empty(),
                Schema.OPEN_TELEMETRY,
                new Output.Stdout(),
                "otel/opentelemetry-collector-contrib:0.149.0",
                RESOURCES,
                Collector.freePort());
    }

    public static LogAdapter with(LogAdapter adapter, Schema schema) {
        return new LogAdapter(
                adapter.name(),
                adapter.directory(),
                adapter.files(),
                adapter.format(),
                adapter.firstLine(),
                schema,
                adapter.output(),
                adapter.image(),
                adapter.resources(),
                adapter.healthPort());
    }

    public static LogAdapter with(LogAdapter adapter, Output output) {
        return new LogAdapter(
                adapter.name(),
                adapter.directory(),
                adapter.files(),
                adapter.format(),
                adapter.firstLine(),
                adapter.schema(),
                output,
                adapter.image(),
                adapter.resources(),
                adapter.healthPort());
    }

    /** With records whose first line matches an expression. */
    public static LogAdapter with(LogAdapter adapter, String firstLine) {
        return new LogAdapter(
                adapter.name(),
                adapter.directory(),
                adapter.files(),
                adapter.format(),
                Optional.of(firstLine),
                adapter.schema(),
                adapter.output(),
                adapter.image(),
                adapter.resources(),
                adapter.healthPort());
    }
}
