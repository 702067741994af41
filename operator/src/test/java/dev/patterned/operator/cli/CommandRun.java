package dev.patterned.operator.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help;

/** One command, run in this process. */
public record CommandRun(int exitCode, String out, String err) {
    /** Without anything on standard input. */
    public static CommandRun of(String... arguments) {
        return withInput("", arguments);
    }

    static CommandRun withInput(String input, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var stream = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var exitCode =
                Main.commandLine(stream)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                        .execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
