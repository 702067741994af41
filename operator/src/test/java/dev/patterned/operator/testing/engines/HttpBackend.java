package dev.patterned.operator.testing.engines;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An HTTP/1.1 server that can go and come back. */
public final class HttpBackend implements AutoCloseable {
    /**
     * What came.
     *
     * @param headers lower case names, joined values
     */
    public record Seen(String method, String path, Map<String, List<String>> headers) {
        /** The values of a header; empty when it was not sent. */
        public List<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(it -> it.getKey().equalsIgnoreCase(name))
                    .flatMap(it -> it.getValue().stream())
                    .toList();
        }
    }

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final int port = Ports.free();
    private final HttpHandler handler;
    private HttpServer server;

    /** Starts it on a free port. */
    public HttpBackend(HttpHandler handler) {
        this.handler = handler;
        this.server = start();
    }

    /** One that answers each request with a status and its own name. */
    public static HttpBackend answering(int status, String name) {
        return new HttpBackend(exchange -> answer(exchange, status, name));
    }

    /** Ends an exchange. */
    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public int port() {
        return port;
    }

    /** All requests so far, in their order. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Comes back after a {@link #stop}. */
    public void restart() {
        server = start();
    }

    private HttpServer start() {
        try {
            var made =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", this::handle);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        seen.add(
                new Seen(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        Map.copyOf(exchange.getRequestHeaders())));
        exchange.getRequestBody().readAllBytes();
        handler.handle(exchange);
    }

    /** Goes, with all its connections. */
    public void stop() {
        server.stop(0);
        Ports.awaitRefusal(port);
    }

    @Override
    public void close() {
        stop();
    }
}
