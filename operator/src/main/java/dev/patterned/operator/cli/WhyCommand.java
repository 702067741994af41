package dev.patterned.operator.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code patterned why}. */
@Command(
        name = "why",
        customSynopsis =
                "patterned why APP [-n NAMESPACE] [-o text|json] [--context NAME] [--kubeconfig PATH]",
        description =
                "Says in one sentence why an app is not ready, and shows what belongs to it: its"
                        + " objects, Pods and containers.",
        exitCodeList = {"0:the app is ready", "1:it is not, or failed", "2:wrong usage"})
final class WhyCommand implements Callable<Integer> {
    /** How the answer looks. */
    enum Format {
        /** For people. */
        text,
        /** For tools. */
        json
    }

    @Parameters(paramLabel = "APP", description = "Name of the PatternedApp.")
    private String app = "";

    @Mixin private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            description = "Form of the answer (${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Format format = Format.text;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        try (var client = cluster.connect()) {
            var look = new WhyLook(client);
            var why = look.at(app);
            var out = commandLine.getOut();
            switch (format) {
                case text -> WhyTree.lines(why, Terminals.isPlain()).forEach(out::println);
                case json -> out.println(WhyJson.report(why));
            }
            out.flush();
            look.refused()
                    .forEach(kind ->
                            commandLine
                                    .getErr()
                                    .println(
                                            "patterned: you may not list objects of kind " + kind));
            return why.ready() ? 0 : 1;
        }
    }
}
