package dev.patterned.operator.testing.collector;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.patterned.operator.model.LogAdapter.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The far end of OTLP: another collector, which prints what it gets. */
public final class OtlpReceiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Collector collector;

    private OtlpReceiver(Collector collector) {
        this.collector = collector;
    }

    /** Starts it on a port of the loopback. */
    public static OtlpReceiver start(Protocol protocol, int port, Path folder) throws IOException {
        var own = Files.createDirectory(folder.resolve("receiver"));
        return new OtlpReceiver(Collector.start(yaml(protocol, port), own, Map.of()));
    }

    private static String yaml(Protocol protocol, int port) {
        var nodes = JsonNodeFactory.instance;
        var root = nodes.objectNode();
        root.putObject("receivers")
                .putObject("otlp")
                .putObject("protocols")
                .putObject(protocol.name().toLowerCase(Locale.ROOT))
                .put("endpoint", "127.0.0.1:" + port);
        root.putObject("exporters")
                .putObject("file")
                .put("path", "/dev/stdout")
                .put("flush_interval", "100ms");
        var service = root.putObject("service");
        service.putObject("telemetry").putObject("metrics").put("level", "none");
        var pipeline = service.putObject("pipelines").putObject("logs");
        pipeline.putArray("receivers").add("otlp");
        pipeline.putArray("exporters").add("file");
        return root.toString();
    }

    /** Waits until so many different bodies have come, and returns them. */
    public List<String> awaitBodies(int wanted) {
        await().atMost(Collector.PATIENCE).until(() -> bodies().size() >= wanted);
        return bodies();
    }

    /** In the order of their first arrival. */
    private List<String> bodies() {
        return collector.lines().stream()
                .flatMap(line -> tree(line).findValues("body").stream())
                .map(body -> body.get("stringValue").textValue())
                .distinct()
                .toList();
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    @Override
    public void close() {
        collector.close();
    }
}
