package dev.patterned.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A script at work, with its standard output and error going to files. */
final class Run implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Process process;
    private final Path output;
    private final Path errors;

    private Run(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts {@code command}; {@code directory} takes its output. */
    static Run start(ProcessBuilder command, Path directory) throws IOException {
        var output = directory.resolve("output");
        var errors = directory.resolve("errors");
        command.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .directory(directory.toFile());
        return new Run(command.start(), output, errors);
    }

    String text() {
        return read(output);
    }

    String errors() {
        return read(errors);
    }

    List<String> lines() {
        return text().lines().toList();
    }

    Run awaitText(String expected) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(text() + errors()).contains(expected));
        return this;
    }

    Run awaitLines(String... expected) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(lines()).containsExactly(expected));
        return this;
    }

    /** Sends SIGTERM and waits for the end: how a container is stopped. */
    int terminate() {
        process.destroy();
        return exitCode();
    }

    int exitCode() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("ended; it has said: %s%s", text(), errors())
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    /**
     * Does {@code work} while the script stands still, so that it happens between two of its
     * rounds.
     */
    void betweenRounds(Work work) throws IOException {
        signal("STOP");
        try {
            work.run();
        } finally {
            signal("CONT");
        }
    }

    private void signal(String name) throws IOException {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
            assertThat(kill.waitFor()).isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something done with files. */
    interface Work {
        void run() throws IOException;
    }
}
