package dev.patterned.operator.testing.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A program at work, with what it says in a file; ended when it is closed. */
public final class EngineProcess implements AutoCloseable {
    /** How long anything may take before a test gives up; far above what it takes. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final Path log;

    private EngineProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it; {@code folder} takes its log, and is where it works. */
    public static EngineProcess start(ProcessBuilder builder, Path folder) {
        try {
            var log = Files.createTempFile(folder, "engine-", ".log");
            builder.directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            return new EngineProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until {@code isReady}; fails with the log when it ends before. */
    public EngineProcess awaitReady(Callable<Boolean> isReady) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .failFast(() -> assertThat(isAlive()).as("runs; it has said: %s", log()).isTrue())
                .until(isReady);
        return this;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** What it has said. */
    public String log() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGTERM and waits for the end: how a container is stopped. */
    public int terminate() {
        process.destroy();
        return exitCode();
    }

    /** Ends it as a crash would. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Waits for the end. */
    public int exitCode() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("ended; it has said: %s", log())
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
