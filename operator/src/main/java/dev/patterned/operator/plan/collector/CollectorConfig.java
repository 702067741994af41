package dev.patterned.operator.plan.collector;

import dev.patterned.operator.model.LogAdapter;

/** The configuration of a collector that is a log adapter. */
public final class CollectorConfig {
    private CollectorConfig() {}

    /** The text of the file; depends on nothing but the adapter. */
    public static String yaml(LogAdapter adapter) {
        return SettingsEncoder.encode(
                Setting.mapping()
                        .with("extensions", Extensions.of(adapter))
                        .with("receivers", Setting.mapping().with("file_log", Receiver.of(adapter)))
                        .with("processors", Processors.of(adapter))
                        .with("exporters", Exporters.of(adapter.output()))
                        .with("service", Service.of(adapter)));
    }
}
