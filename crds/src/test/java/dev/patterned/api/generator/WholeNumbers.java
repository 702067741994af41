package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns {@code 65535.0}, as fabric8 prints limits, into {@code 65535}. */
final class WholeNumbers {
    private WholeNumbers() {}

    static void in(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                    object.properties().forEach(entry -> entry.setValue(whole(entry.getValue())));
            case ArrayNode array -> {
                for (var index = 0; index < array.size(); index++) {
                    array.set(index, whole(array.get(index)));
                }
            }
            default -> {}
        }
    }

    private static JsonNode whole(JsonNode value) {
        in(value);
        return value.isFloatingPointNumber() ? LongNode.valueOf(value.longValue()) : value;
    }
}
