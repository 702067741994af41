package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Small pieces of OpenAPI schema, and the words that they are made of. */
final class Schemas {
    static final String DESCRIPTION = "description";
    static final String ITEMS = "items";
    static final String MAX_ITEMS = "maxItems";
    static final String MAX_LENGTH = "maxLength";
    static final String MAX_PROPERTIES = "maxProperties";
    static final String PATTERN = "pattern";
    static final String PROPERTIES = "properties";
    static final String REQUIRED = "required";
    static final String TYPE = "type";
    static final String VALUES = "additionalProperties";
    static final String LIST_TYPE = "x-kubernetes-list-type";
    static final String LIST_MAP_KEYS = "x-kubernetes-list-map-keys";
    static final String INT_OR_STRING = "x-kubernetes-int-or-string";
    static final String PRESERVE_UNKNOWN = "x-kubernetes-preserve-unknown-fields";
    static final String RULES = "x-kubernetes-validations";

    /** Largest whole number that JSON readers hold exactly. */
    static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    static final ObjectMapper JSON = new ObjectMapper();

    // As Kubernetes' resource.Quantity, without a negative sign: nothing here may be less than 0.
    private static final String QUANTITY_PATTERN =
            "^\\+?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE][-+]?[0-9]+))?$";

    private Schemas() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** A quantity such as {@code 256Mi}; whole numbers are allowed, fractions are not. */
    static ObjectNode quantity() {
        return intOrString(32).put(PATTERN, QUANTITY_PATTERN);
    }

    /** A whole number or a string of at most {@code maxLength} characters. */
    static ObjectNode intOrString(int maxLength) {
        var schema = object();
        schema.putArray("anyOf")
                .add(object().put(TYPE, "integer"))
                .add(object().put(TYPE, "string"));
        return schema.put(INT_OR_STRING, true).put(MAX_LENGTH, maxLength);
    }

    static ArrayNode strings(List<String> values) {
        var array = JSON.createArrayNode();
        values.forEach(array::add);
        return array;
    }

    /** The child object of that name; made where it is missing. */
    static ObjectNode child(ObjectNode parent, String name) {
        return parent.withObjectProperty(name);
    }

    static boolean is(JsonNode schema, String type) {
        return type.equals(schema.path(TYPE).asText());
    }

    /** Fields in the order given; those that are not named keep their order behind them. */
    static void order(ObjectNode node, List<String> first) {
        var copy = node.deepCopy();
        node.removeAll();
        first.stream().filter(copy::has).forEach(name -> node.set(name, copy.remove(name)));
        node.setAll(copy);
    }

    /** Adds to {@code required}, once. */
    static void require(ObjectNode schema, String property) {
        var required = schema.withArrayProperty(REQUIRED);
        for (var name : required) {
            if (name.asText().equals(property)) {
                return;
            }
        }
        required.add(property);
    }
}
