package dev.patterned.operator.cli;

import dev.patterned.operator.validation.schema.Manifest;
import dev.patterned.operator.validation.schema.ManifestReader;
import dev.patterned.operator.validation.schema.PatternedAppSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code patterned dev}. */
@Command(
        name = "dev",
        customSynopsis = "patterned dev [-f FILE...] [--kubeconfig-out PATH]",
        description =
                "Starts a Kubernetes API server of its own, runs the operator in it, applies files"
                        + " and shows what becomes of them until Ctrl-C. Objects are real there,"
                        + " Pods do not run.")
final class DevCommand implements Callable<Integer> {
    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Files or folders to apply; - reads standard input. An example where none is"
                            + " named.")
    private List<String> files = List.of();

    @Option(
            names = "--kubeconfig-out",
            paramLabel = "PATH",
            description = "Where to write the kubeconfig; it goes away with the server.")
    private @Nullable Path kubeconfig;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        // The first start may build for minutes: what can be wrong is looked at before.
        if (kubeconfig != null && Files.exists(kubeconfig)) {
            throw new UsageException(kubeconfig + " exists, and is not overwritten");
        }
        var manifests = manifests(commandLine);
        if (refuses(manifests, commandLine)) {
            return 1;
        }
        return new DevSession(commandLine.getOut(), kubeconfig).run(manifests);
    }

    private List<Manifest> manifests(CommandLine commandLine) {
        if (files.isEmpty()) {
            return new ManifestReader(PatternedAppSchema.load())
                    .read("the example", Example.text());
        }
        var main = (Main) commandLine.getCommandSpec().root().userObject();
        return new ManifestFiles(main.input()).read(files);
    }

    /** Only what the server could not even read; its own answers are part of the show. */
    private static boolean refuses(List<Manifest> manifests, CommandLine commandLine) {
        var ansi = commandLine.getColorScheme().ansi();
        var refused = false;
        for (var manifest : manifests) {
            if (manifest.content() instanceof Manifest.Broken(var problems)) {
                refused = true;
                for (var problem : problems) {
                    commandLine.getErr().println(ProblemText.line(manifest.file(), problem, ansi));
                }
            }
        }
        return refused;
    }
}
