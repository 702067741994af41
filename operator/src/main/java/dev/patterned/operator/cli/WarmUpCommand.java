package dev.patterned.operator.cli;

import dev.patterned.operator.rehearsal.Rehearsal;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code patterned warm-up}, run once by the launcher: does what the short commands do, or what the
 * operator does, so that the JVM can write its cache from it.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    private static final List<List<String>> RUNS =
            List.of(
                    List.of("render", "-f", "-"),
                    List.of("lint", "-f", "-"),
                    List.of("lint", "-f", "-", "-o", "json"),
                    List.of("lint", "-f", "-", "--unknown"),
                    List.of("crd"),
                    List.of("--help"));

    /** The example has no wait, and most apps have. */
    private static final String WAIT =
            """
              dependencies:
              - name: mydb
                service: {name: mydb, port: 80, provide: {selector: {app: mydb}, targetPort: 9377}}
            """;

    @Option(names = "--operator", description = "What the operator does.")
    private boolean operator;

    @Override
    public Integer call() {
        if (operator) {
            Rehearsal.run(Example.text());
            return 0;
        }
        var good = Example.text() + WAIT;
        var bad = good.replace("spec:", "spec:\n  unknown: 1");
        for (var input : List.of(good, bad)) {
            for (var run : RUNS) {
                run(input, run);
            }
        }
        return 0;
    }

    private static void run(String input, List<String> arguments) {
        var stream = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        Main.commandLine(stream)
                .setOut(new PrintWriter(Writer.nullWriter()))
                .setErr(new PrintWriter(Writer.nullWriter()))
                .execute(arguments.toArray(String[]::new));
    }
}
