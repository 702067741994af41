package dev.patterned.operator.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/** What a log adapter prints. */
final class Records {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Records() {}

    /** The records so far; every line must be JSON. */
    static List<JsonNode> of(NodeSandbox node, Pod pod, String adapter) {
        return parse(node.logs(pod, adapter));
    }

    /** The records, once there are so many. */
    static List<JsonNode> atLeast(NodeSandbox node, Pod pod, String adapter, int number) {
        return node.eventually(number + " records of " + adapter)
                .until(() -> of(node, pod, adapter), found -> found.size() >= number);
    }

    /** Without what the collector says of itself: the log has both of its outputs. */
    static List<JsonNode> parse(String log) {
        return log.lines()
                .filter(line -> !line.startsWith("{\"level\""))
                .map(Records::read)
                .toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException torn) {
            throw new AssertionError("no JSON: " + line, torn);
        }
    }
}
