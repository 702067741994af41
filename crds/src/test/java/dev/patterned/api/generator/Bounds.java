package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A field's type, default and bounds in words. */
final class Bounds {
    private Bounds() {}

    /** Such as {@code list of string} or {@code quantity}. */
    static String type(JsonNode schema) {
        if (schema.path(Schemas.INT_OR_STRING).asBoolean()) {
            return schema.has(Schemas.PATTERN) ? "quantity" : "integer or string";
        }
        return switch (schema.path(Schemas.TYPE).asText()) {
            case "array" -> "list of " + type(schema.path(Schemas.ITEMS));
            case "object" ->
                    schema.has(Schemas.VALUES)
                            ? "map of " + type(schema.path(Schemas.VALUES))
                            : "object";
            default -> schema.path(Schemas.TYPE).asText();
        };
    }

    /** Default, values, length, range and number of entries, as far as the schema says them. */
    static String of(SchemaField field) {
        var words = new ArrayList<String>();
        addDefault(field.schema(), words);
        addRange(field.schema(), "minItems", Schemas.MAX_ITEMS, " entries", words);
        addRange(field.schema(), "minProperties", Schemas.MAX_PROPERTIES, " entries", words);
        addKeys(field.schema(), words);
        var content = field.content();
        var scalar = content.has(Schemas.PROPERTIES) ? field.schema() : content;
        addValues(scalar, words);
        addRange(scalar, "minLength", Schemas.MAX_LENGTH, " characters", words);
        addRange(scalar, "minimum", "maximum", "", words);
        if (scalar.has(Schemas.PATTERN) && !scalar.has(Schemas.INT_OR_STRING)) {
            words.add("`" + scalar.path(Schemas.PATTERN).asText() + "`");
        }
        return String.join("; ", words);
    }

    private static void addDefault(JsonNode schema, List<String> words) {
        var value = schema.path("default");
        if (value.isValueNode()) {
            words.add("default `" + value.asText() + "`");
        }
    }

    private static void addKeys(JsonNode schema, List<String> words) {
        var keys =
                schema.path(Schemas.LIST_MAP_KEYS)
                        .valueStream()
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "));
        if (!keys.isEmpty()) {
            words.add("by " + keys);
        } else if (schema.path(Schemas.LIST_TYPE).asText().equals("set")) {
            words.add("each once");
        }
    }

    private static void addValues(JsonNode schema, List<String> words) {
        if (schema.has("enum")) {
            words.add(
                    schema.path("enum")
                            .valueStream()
                            .map(value -> "`" + value.asText() + "`")
                            .collect(Collectors.joining(", ")));
        }
    }

    private static void addRange(
            JsonNode schema, String low, String high, String unit, List<String> words) {
        if (!schema.has(high)) {
            return;
        }
        var minimum = schema.path(low).asText("0");
        var maximum = schema.path(high).asText();
        var unbounded =
                maximum.equals(Integer.toString(Integer.MAX_VALUE))
                        || maximum.equals(Long.toString(Schemas.MAX_SAFE_INTEGER));
        words.add(unbounded ? "at least " + minimum : minimum + "–" + maximum + unit);
    }
}
