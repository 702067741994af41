package dev.patterned.operator.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Serves probes and metrics over HTTP. */
public final class HttpEndpoints implements AutoCloseable {
    private static final String PLAIN = "text/plain; charset=utf-8";

    /** Prometheus' text format, which names its version in the type. */
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads;

    private HttpEndpoints(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     * @throws CannotStartException when the port is taken
     */
    public static HttpEndpoints start(
            String host,
            int port,
            BooleanSupplier live,
            BooleanSupplier ready,
            Supplier<String> metrics) {
        var server = listen(new InetSocketAddress(host, port));
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/livez", exchange -> answer(exchange, live));
        server.createContext("/readyz", exchange -> answer(exchange, ready));
        server.createContext("/metrics", exchange -> send(exchange, 200, METRICS, metrics.get()));
        server.start();
        return new HttpEndpoints(server, threads);
    }

    private static HttpServer listen(InetSocketAddress address) {
        try {
            return HttpServer.create(address, 0);
        } catch (IOException error) {
            throw new CannotStartException(
                    "Health and metrics cannot be served on %s:%d: %s."
                            .formatted(
                                    address.getHostString(), address.getPort(), error.getMessage()),
                    error);
        }
    }

    private static void answer(HttpExchange exchange, BooleanSupplier well) throws IOException {
        var good = well.getAsBoolean();
        send(exchange, good ? 200 : 503, PLAIN, good ? "ok\n" : "not ok\n");
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        try (exchange) {
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
