package dev.patterned.operator.plan.collector;

import dev.patterned.operator.model.LogAdapter;
import java.util.List;

/** The configuration of a collector that is a log adapter. */
public final class CollectorConfig {
    /**
     * Else up to a hundred records wait for a tenth of a second in the receiver, while their file
     * counts as read already: a kill would lose them.
     */
    private static final String AT_ONCE = "--feature-gates=stanza.synchronousLogEmitter";

    private CollectorConfig() {}

    /** What the program is started with; {@code file} is the path of the configuration. */
    public static List<String> arguments(String file) {
        return List.of("--config=" + file, AT_ONCE);
    }

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
