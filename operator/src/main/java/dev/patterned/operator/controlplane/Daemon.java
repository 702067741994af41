package dev.patterned.operator.controlplane;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A program that runs until it is ended, with its output in a file. */
final class Daemon implements AutoCloseable {

    private static final int LINES_SHOWN = 8;

    private final String name;
    private final Process process;
    private final Path log;

    private Daemon(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Daemon start(String name, List<String> command, Path log) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new Daemon(name, process, log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    boolean lostItsPort() {
        return !isAlive() && tail().contains("address already in use");
    }

    /** A sentence on the state, with the last lines that it wrote. */
    String report() {
        var state = isAlive() ? "runs" : "ended with exit code " + process.exitValue();
        return "%s %s; the end of its log:%n%s".formatted(name, state, tail());
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return lines.stream()
                    .skip(Math.max(0, lines.size() - LINES_SHOWN))
                    .map(line -> "  " + line)
                    .collect(Collectors.joining(System.lineSeparator()));
        } catch (IOException unreadable) {
            return "  (unreadable: " + unreadable.getMessage() + ")";
        }
    }

    @Override
    public void close() {
        ChildProcesses.end(List.of(process.toHandle()));
    }
}
