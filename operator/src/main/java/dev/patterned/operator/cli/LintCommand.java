package dev.patterned.operator.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code patterned lint}. */
@Command(
        name = "lint",
        customSynopsis = "patterned lint -f FILE... [-n NAMESPACE] [-o text|json]",
        description = "Says everything that is wrong with apps, with place and fix. No cluster.")
final class LintCommand implements Callable<Integer> {
    /** How the report looks. */
    enum Format {
        /** For people and editors. */
        text,
        /** For tools. */
        json
    }

    @Mixin private InputOptions input = new InputOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            description = "Form of the report (${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Format format = Format.text;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        var ansi = commandLine.getColorScheme().ansi();
        var out = commandLine.getOut();
        var apps = input.check();
        switch (format) {
            case text -> {
                for (var app : apps) {
                    app.problems()
                            .forEach(p ->
                                    out.println(ProblemText.line(app.manifest().file(), p, ansi)));
                }
                out.println(ProblemText.summary(apps));
            }
            case json -> out.println(LintJson.report(apps));
        }
        out.flush();
        return apps.stream().allMatch(CheckedApp::accepted) ? 0 : 1;
    }
}
