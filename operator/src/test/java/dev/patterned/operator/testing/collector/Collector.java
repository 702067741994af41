package dev.patterned.operator.testing.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patterned.operator.plan.collector.CollectorConfig;
import dev.patterned.operator.plan.collector.CollectorEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A collector at work: a container without the container. Its standard output is a pipe, as a
 * container's is; what came out of it is kept as whole lines.
 */
public final class Collector implements AutoCloseable {
    /** Far above what anything takes. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Path errors;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;
    private String rest = "";

    private Collector(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /** Starts it on a configuration; {@code folder} keeps its files and its state. */
    public static Collector start(String yaml, Path folder, Map<String, String> environment) {
        try {
            var errors = Files.createTempFile(folder, "collector-", ".log");
            var builder = command(yaml, folder);
            builder.environment().putAll(environment);
            builder.redirectError(errors.toFile());
            return new Collector(builder.start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the program says against a configuration; empty when it has nothing to say. */
    public static String validate(String yaml, Path folder) {
        try {
            var output = Files.createTempFile(folder, "validate-", ".log");
            var process =
                    command(yaml, folder, "validate")
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            var said = Files.readString(output, StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? said : "failed: " + said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it makes of files that are there already: so many lines, and not one more. */
    public static List<String> translate(String yaml, Path folder, long wanted) {
        try (var collector = start(yaml, folder, Map.of())) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .failFast("it ended", () -> !collector.process.isAlive())
                    .until(() -> collector.count() >= wanted);
            assertThat(collector.terminate()).isZero();
            assertThat(collector.lines()).hasSize((int) wanted);
            return collector.lines();
        }
    }

    /** A port of the loopback that is free now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder command(String yaml, Path folder, String... words)
            throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "config-", ".yaml"), yaml);
        var command = new ArrayList<String>(List.of(CollectorProgram.find().toString()));
        command.addAll(List.of(words));
        command.addAll(CollectorConfig.arguments(file.toString()));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(identity());
        builder.environment()
                .put(CollectorEnvironment.STATE_DIRECTORY, folder.resolve("state").toString());
        return builder;
    }

    /** Names that Kubernetes allows, and YAML takes for something else. */
    private static Map<String, String> identity() {
        return Map.of(
                CollectorEnvironment.SERVICE_NAME, "shop",
                CollectorEnvironment.NAMESPACE, "007",
                CollectorEnvironment.POD_NAME, "1e3",
                CollectorEnvironment.NODE_NAME, "true",
                CollectorEnvironment.CONTAINER_NAME, "main",
                CollectorEnvironment.MEMORY_LIMIT, "102MiB");
    }

    /** Waits until its health port says so, as the kubelet does. */
    public Collector awaitReady(int healthPort) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .failFast("it ended at its start", () -> !process.isAlive())
                .until(() -> healthy(healthPort));
        return this;
    }

    private static boolean healthy(int port) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The whole lines so far. */
    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    public int count() {
        synchronized (lines) {
            return lines.size();
        }
    }

    /** What came after the last line's end; to be asked when it has ended. */
    public String rest() {
        synchronized (lines) {
            return rest;
        }
    }

    /** What it has said about itself. */
    public String errors() {
        try {
            return Files.readString(errors, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** SIGTERM, as a container's stop. */
    public int terminate() {
        // Not the process itself: that would close the pipe with what is still in it.
        process.toHandle().destroy();
        return end();
    }

    /** SIGKILL, as a container's end by memory. */
    public void kill() {
        process.toHandle().destroyForcibly();
        end();
    }

    private int end() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            reader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        try (var in = process.getInputStream()) {
            split(in);
        } catch (IOException closed) {
            // The process was killed while it wrote.
            return;
        }
    }

    private void split(InputStream in) throws IOException {
        var buffer = new byte[1 << 16];
        var line = new ByteArrayOutputStream();
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            synchronized (lines) {
                for (var index = 0; index < count; index++) {
                    if (buffer[index] == '\n') {
                        lines.add(line.toString(StandardCharsets.UTF_8));
                        line.reset();
                    } else {
                        line.write(buffer[index]);
                    }
                }
                rest = line.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
