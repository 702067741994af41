package dev.patterned.operator.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The operator as it runs in a cluster: a process with a bound on its memory. */
final class OperatorProcess implements AutoCloseable {
    /**
     * Options of a JVM that runs the classes at hand, with a profiler for instance; without them the
     * launcher runs the operator as it does for everybody.
     */
    private static final @Nullable String OPTIONS = System.getProperty("bench.options");

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private OperatorProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; returns when it is ready. */
    static OperatorProcess start(Path kubeconfig, String namespace)
            throws IOException, InterruptedException {
        var port = freePort();
        var command = new ArrayList<>(program());
        command.add("--log-level=warn");
        command.add("--http-host=127.0.0.1");
        command.add("--http-port=" + port);
        command.add("--watch-namespaces=" + namespace);
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var started = new OperatorProcess(builder.start(), port);
        started.awaitReady();
        return started;
    }

    private static List<String> program() {
        if (OPTIONS == null) {
            return List.of("../patterned", "operator");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(OPTIONS.split(" ", -1)));
        var classes = System.getProperty("java.class.path");
        command.addAll(List.of("-cp", System.getProperty("bench.classpath", classes)));
        command.add("dev.patterned.operator.OperatorMain");
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the operator did not start");
            }
            pause();
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/readyz").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits until that many passes have ended well since its start. */
    void awaitPasses(long wanted) throws IOException, InterruptedException {
        while (passes() < wanted) {
            pause();
        }
    }

    /** That ended well since its start. */
    long passes() throws IOException, InterruptedException {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("patterned_reconciliations_success_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.replaceFirst(".* ", "")))
                .sum();
    }

    /** A poll as short as what is measured allows. */
    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** What it has used so far. */
    Usage usage() throws IOException {
        return Usage.of(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
