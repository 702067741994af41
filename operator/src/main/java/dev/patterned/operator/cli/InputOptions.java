package dev.patterned.operator.cli;

import dev.patterned.operator.validation.schema.Manifest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of commands that read apps from files. */
final class InputOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description =
                    "Files or folders with PatternedApps (YAML or JSON); - reads standard input.")
    private List<String> files = List.of();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Namespace of apps that name none; left to kubectl where not said.")
    private @Nullable String namespace;

    /**
     * Reads and checks; what is passed over is noted on standard error.
     *
     * @throws UsageException where there is no app to look at
     */
    List<CheckedApp> check() {
        var commandLine = commandLine();
        var main = (Main) commandLine.getCommandSpec().root().userObject();
        var manifests = new ManifestFiles(main.input()).read(files);
        var checked = new Checker(namespace).check(manifests);
        manifests.stream()
                .filter(manifest -> manifest.content() instanceof Manifest.Other)
                .forEach(other -> note(commandLine, other));
        if (checked.isEmpty()) {
            throw new UsageException("there is no PatternedApp in " + String.join(", ", files));
        }
        return checked;
    }

    private static void note(CommandLine commandLine, Manifest other) {
        commandLine
                .getErr()
                .printf("%s:%d: %s passed over%n", other.file(), other.line(), other.label());
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command).commandLine();
    }
}
