package dev.patterned.operator.cli;

import dev.patterned.api.v1alpha1.ApiKeys;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "patterned %s (%s/%s, Java %s)"
                    .formatted(number(), ApiKeys.GROUP, ApiKeys.VERSION, Runtime.version())
        };
    }

    /** Of the jar; a class folder has none. */
    private static String number() {
        return Objects.requireNonNullElse(
                Version.class.getPackage().getImplementationVersion(), "development");
    }
}
