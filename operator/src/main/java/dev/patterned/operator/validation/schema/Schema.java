package dev.patterned.operator.validation.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What a structural schema of a CRD says of one value (<a
 * href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/">Kubernetes'
 * subset of OpenAPI v3</a>). CEL rules are left out: they need a server, or the Validator.
 *
 * @param type OpenAPI type; empty for an int-or-string and for a free value
 * @param values of a map whose keys are free
 * @param bounds least and most: of a number, a text's length in characters, items or entries
 * @param mapKeys fields that tell the entries of a list apart
 */
record Schema(
        String type,
        Map<String, Schema> properties,
        Optional<Schema> values,
        Optional<Schema> items,
        List<String> required,
        List<String> choices,
        Optional<Pattern> pattern,
        Bounds bounds,
        ListType listType,
        List<String> mapKeys,
        boolean intOrString,
        boolean free,
        boolean nullable) {

    /** Both ends count; empty means no bound. */
    record Bounds(Optional<BigDecimal> least, Optional<BigDecimal> most) {}

    /** How entries of a list are told apart. */
    enum ListType {
        ATOMIC,
        SET,
        MAP
    }

    static Schema parse(JsonNode node) {
        var type = node.path("type").asText("");
        return new Schema(
                type,
                new LazySchemas(node.path("properties")),
                child(node, "additionalProperties"),
                child(node, "items"),
                texts(node.path("required")),
                texts(node.path("enum")),
                Optional.ofNullable(node.path("pattern").textValue()).map(Pattern::compile),
                bounds(node, type),
                switch (node.path("x-kubernetes-list-type").asText()) {
                    case "map" -> ListType.MAP;
                    case "set" -> ListType.SET;
                    default -> ListType.ATOMIC;
                },
                texts(node.path("x-kubernetes-list-map-keys")),
                node.path("x-kubernetes-int-or-string").asBoolean(),
                node.path("x-kubernetes-preserve-unknown-fields").asBoolean(),
                // A default takes the place of null before the server validates.
                node.path("nullable").asBoolean() || node.has("default"));
    }

    private static Optional<Schema> child(JsonNode node, String key) {
        var child = node.get(key);
        return child != null && child.isObject() ? Optional.of(parse(child)) : Optional.empty();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static Bounds bounds(JsonNode node, String type) {
        return switch (type) {
            case "string" -> bounds(node, "minLength", "maxLength");
            case "array" -> bounds(node, "minItems", "maxItems");
            case "object" -> bounds(node, "minProperties", "maxProperties");
            case "integer" -> integerBounds(node);
            default -> bounds(node, "minimum", "maximum");
        };
    }

    /** The format bounds an integer too, where nothing narrower is said. */
    private static Bounds integerBounds(JsonNode node) {
        var said = bounds(node, "minimum", "maximum");
        if (!node.path("format").asText().equals("int32")) {
            return said;
        }
        return new Bounds(
                said.least().or(() -> Optional.of(BigDecimal.valueOf(Integer.MIN_VALUE))),
                said.most().or(() -> Optional.of(BigDecimal.valueOf(Integer.MAX_VALUE))));
    }

    private static Bounds bounds(JsonNode node, String least, String most) {
        return new Bounds(number(node.path(least)), number(node.path(most)));
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        return node.isNumber()
                ? Optional.of(node.decimalValue().stripTrailingZeros())
                : Optional.empty();
    }
}
