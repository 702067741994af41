package dev.patterned.operator.cli;

import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry point and the root command. */
@Command(
        name = "patterned",
        description = "Multi-container Pods as typed patterns on Kubernetes.",
        subcommands = {
            RenderCommand.class,
            LintCommand.class,
            WhyCommand.class,
            DevCommand.class,
            CrdCommand.class,
            OperatorCommand.class,
            WarmUpCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = CommandLine.ScopeType.INHERIT,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "1:refused, or failed", "2:wrong usage"})
public final class Main implements Callable<Integer> {
    private final InputStream input;

    @Spec private CommandSpec spec;

    /** What {@code -f -} reads. */
    Main(InputStream input) {
        this.input = input;
        spec = CommandSpec.create();
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(System.in).execute(arguments));
    }

    /** The whole command line; {@code setOut} and {@code setErr} say where it prints. */
    static CommandLine commandLine(InputStream input) {
        return new CommandLine(new Main(input))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Failures::print);
    }

    InputStream input() {
        return input;
    }

    /** Without a command: which ones there are. */
    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
