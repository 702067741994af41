package dev.patterned.operator.cli;

import dev.patterned.api.v1alpha1.PatternedApp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code patterned crd}. */
@Command(
        name = "crd",
        description = "Prints the CustomResourceDefinition, for kubectl apply --server-side -f -.")
final class CrdCommand implements Callable<Integer> {
    private static final String CRD = "/dev/patterned/api/patternedapps.patterned.dev.yaml";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(text());
        out.flush();
        return 0;
    }

    /** The CRD of this version, as YAML. */
    static String text() throws IOException {
        try (var stream = PatternedApp.class.getResourceAsStream(CRD)) {
            return new String(
                    Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
