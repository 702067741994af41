package dev.patterned.operator.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * As much of an API server as the operator talks to, on loopback: version, rights, lists, watches,
 * applies and status writes. Whatever is applied is taken.
 */
final class PretendedServer implements AutoCloseable {
    private static final String API =
            """
            {"kind":"APIResourceList","apiVersion":"v1","groupVersion":"patterned.dev/v1alpha1",
            "resources":[{"name":"patternedapps","singularName":"patternedapp","namespaced":true,
            "kind":"PatternedApp","verbs":["get","list","watch","patch"]}]}
            """;

    private static final String VERSION =
            """
            {"major":"1","minor":"37","gitVersion":"v1.37.0","platform":"linux/amd64"}
            """;

    private static final String EMPTY =
            """
            {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404}
            """;

    private final ObjectMapper mapper = new ObjectMapper();
    private final AtomicLong version = new AtomicLong(1);
    private final Map<ObjectPath, ObjectNode> objects = new ConcurrentHashMap<>();
    private final Map<String, List<OutputStream>> watches = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<ObjectPath> onWrite;
    private final HttpServer server;

    /**
     * Listens at once.
     *
     * @param onWrite told of each object that was applied, and of each status
     */
    PretendedServer(Consumer<ObjectPath> onWrite) throws IOException {
        this.onWrite = onWrite;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Puts an object there and tells the watches. */
    void put(ObjectPath path, ObjectNode object) throws IOException {
        var metadata = object.withObject("/metadata");
        metadata.put("namespace", path.namespace()).put("name", path.name());
        metadata.put("resourceVersion", Long.toString(version.incrementAndGet()));
        metadata.put("creationTimestamp", "2026-01-01T00:00:00Z").put("generation", 1);
        metadata.put("uid", path.namespace() + "-" + path.resource() + "-" + path.name());
        var type = objects.put(path, object) == null ? "ADDED" : "MODIFIED";
        var event = mapper.createObjectNode().put("type", type).set("object", object);
        var line = (mapper.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8);
        watching(path.resource()).removeIf(watch -> !tell(watch, line));
    }

    private List<OutputStream> watching(String resource) {
        return watches.computeIfAbsent(resource, _ -> new CopyOnWriteArrayList<>());
    }

    /** Whether somebody still listens: the operator that watched may be gone. */
    private static boolean tell(OutputStream watch, byte[] line) {
        synchronized (watch) {
            try {
                watch.write(line);
                watch.flush();
                return true;
            } catch (IOException gone) {
                return false;
            }
        }
    }

    ObjectNode get(ObjectPath path) {
        return objects.getOrDefault(path, mapper.createObjectNode()).deepCopy();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod()) {
            case "GET" -> read(exchange, path);
            case "PATCH" -> write(exchange, ObjectPath.of(path));
            default -> review(exchange);
        }
    }

    private void read(HttpExchange exchange, String path) throws IOException {
        var resource = path.substring(path.lastIndexOf('/') + 1);
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        if (path.equals("/version")) {
            send(exchange, 200, VERSION);
        } else if (resource.equals("v1alpha1")) {
            send(exchange, 200, API);
        } else if (path.contains("/namespaces/")) {
            send(exchange, 404, EMPTY);
        } else if (!query.contains("watch=true")) {
            send(exchange, 200, list(resource));
        } else if (exchange.getRequestHeaders().containsKey("Sec-WebSocket-Key")) {
            // No web sockets here; the client then watches by a plain GET.
            send(exchange, 200, "");
        } else {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            watching(resource).add(exchange.getResponseBody());
        }
    }

    private String list(String resource) throws IOException {
        var list = mapper.createObjectNode();
        list.putObject("metadata").put("resourceVersion", version.toString());
        var items = list.putArray("items");
        objects.forEach((path, object) -> {
            if (path.resource().equals(resource)) {
                items.add(object);
            }
        });
        return mapper.writeValueAsString(list);
    }

    /** An apply carries the object; a JSON patch, with two operations, the status. */
    private void write(HttpExchange exchange, ObjectPath path) throws IOException {
        var body = mapper.readTree(exchange.getRequestBody());
        var object = body.isArray() ? get(path) : (ObjectNode) body;
        if (body.isArray()) {
            object.set("status", body.path(1).path("value"));
        }
        put(path, object);
        send(exchange, 200, mapper.writeValueAsString(object));
        onWrite.accept(path);
    }

    /** Every right is granted; an Event comes back as it is. */
    private void review(HttpExchange exchange) throws IOException {
        var object = (ObjectNode) mapper.readTree(exchange.getRequestBody());
        object.putObject("status").put("allowed", true);
        send(exchange, 201, mapper.writeValueAsString(object));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
