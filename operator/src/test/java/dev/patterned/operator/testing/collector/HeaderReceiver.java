package dev.patterned.operator.testing.collector;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/** The far end of OTLP over HTTP that looks at the headers only. */
public final class HeaderReceiver implements AutoCloseable {
    private final AtomicReference<String> seen = new AtomicReference<>("");
    private final HttpServer server;

    private HeaderReceiver(String header) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v1/logs",
                exchange -> {
                    seen.set(String.valueOf(exchange.getRequestHeaders().getFirst(header)));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
    }

    public static HeaderReceiver start(String header) throws IOException {
        return new HeaderReceiver(header);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The header's value in the first request. */
    public String value() {
        Awaitility.await().atMost(Collector.PATIENCE).until(() -> !seen.get().isEmpty());
        return seen.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
