package dev.patterned.operator.scripts;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A log directory, what applications do to it, and the tailer that looks on. */
final class TailerBench {
    private final Shell shell;
    private final Path directory;
    private final Path logs;
    private final Path scratch;

    TailerBench(Shell shell, Path directory) throws IOException {
        this.shell = shell;
        this.directory = directory;
        logs = Files.createDirectory(directory.resolve("logs"));
        scratch = Files.createDirectory(directory.resolve("scratch"));
    }

    /** Starts the tailer on {@code files} of the log directory, with short pauses. */
    Run start(String... files) throws IOException {
        return start(Map.of(), files);
    }

    Run start(Map<String, String> variables, String... files) throws IOException {
        var command = shell.command(Shell.script("tailer.sh"));
        var environment = command.environment();
        environment.put(
                "FILES",
                Stream.of(files).map(file -> logs + "/" + file).collect(Collectors.joining("\n")));
        environment.put("SCRATCH", scratch.toString());
        environment.put("IDLE_SECONDS", "0.05");
        environment.put("BUSY_SECONDS", "0.02");
        environment.putAll(variables);
        return Run.start(command, directory);
    }

    Path log(String name) {
        return logs.resolve(name);
    }

    List<Path> logs() throws IOException {
        try (var files = Files.list(logs)) {
            return files.toList();
        }
    }

    List<Path> everything() throws IOException {
        try (var files = Files.walk(directory)) {
            return files.toList();
        }
    }

    /** One write at the end of the file, as with O_APPEND. */
    void append(String name, String bytes) throws IOException {
        Files.createDirectories(log(name).getParent());
        Files.write(log(name), bytes.getBytes(StandardCharsets.ISO_8859_1), CREATE, APPEND);
    }

    void truncate(String name) throws IOException {
        Files.write(log(name), new byte[0], TRUNCATE_EXISTING);
    }

    /** A writer that keeps its own offset, as without O_APPEND. */
    RandomAccessFile seeking(String name) throws IOException {
        return new RandomAccessFile(log(name).toFile(), "rw");
    }

    /** Moves {@code name} to {@code name.1}, that one to {@code name.2}, up to {@code keep}. */
    void rename(String name, int keep) throws IOException {
        for (var i = keep; i > 1; i--) {
            var from = log(name + "." + (i - 1));
            if (Files.exists(from)) {
                Files.move(from, log(name + "." + i));
            }
        }
        Files.move(log(name), log(name + ".1"));
    }

    void makeOld(String name) throws IOException {
        Files.setLastModifiedTime(
                log(name), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    void awaitSize(String name, long bytes) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Files.size(log(name)) == bytes);
    }
}
