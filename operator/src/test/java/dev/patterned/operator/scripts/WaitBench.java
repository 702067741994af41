package dev.patterned.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a wait runs: what it may look up, and the file that takes its termination message. */
final class WaitBench {
    private final Shell shell;
    private final Path directory;
    private final Path[] tools;

    /**
     * Makes a place for waits.
     *
     * @param tools directories that come before the shell's own tools
     */
    WaitBench(Shell shell, Path directory, Path... tools) {
        this.shell = shell;
        this.directory = directory;
        this.tools = tools;
    }

    /** Starts a wait called "it", whose timeout allows one attempt, unless told otherwise. */
    Run start(Map<String, String> variables) throws IOException {
        var command = shell.command(Shell.script("wait.sh"), tools);
        var environment = command.environment();
        environment.put("LABEL", "it");
        environment.put("TIMEOUT_MS", "0");
        environment.put("INTERVAL_MS", "50");
        environment.put("MESSAGE_FILE", directory.resolve("message").toString());
        environment.putAll(variables);
        return Run.start(command, directory);
    }

    /** Runs a wait to its end; the last line it prints must be its termination message. */
    Outcome run(Map<String, String> variables) throws IOException {
        try (var run = start(variables)) {
            return outcome(run, run.exitCode());
        }
    }

    Outcome outcome(Run run, int exitCode) throws IOException {
        var message = Files.readString(directory.resolve("message"));
        assertThat(run.lines()).last().isEqualTo(message);
        assertThat(run.errors()).isEmpty();
        return new Outcome(exitCode, message.replaceAll(" \\([0-9.hms]+, (\\d+) attempts?\\)", ""));
    }

    /**
     * How a wait ended.
     *
     * @param message without its times and counts
     */
    record Outcome(int exitCode, String message) {}
}
