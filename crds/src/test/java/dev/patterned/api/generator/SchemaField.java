package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A property of a schema.
 *
 * @param path from the root, such as {@code spec.main.ports[].name}
 */
record SchemaField(String path, ObjectNode schema, boolean required) {
    /** Every property, parents first, in the order of the schema. */
    static List<SchemaField> all(ObjectNode root) {
        var fields = new ArrayList<SchemaField>();
        collect("", root, fields);
        return fields;
    }

    /** The schema of what a list or map holds, else the field's own. */
    ObjectNode content() {
        for (var part : List.of(Schemas.ITEMS, Schemas.VALUES)) {
            if (schema.path(part) instanceof ObjectNode inner) {
                return inner;
            }
        }
        return schema;
    }

    private static void collect(String prefix, ObjectNode parent, List<SchemaField> fields) {
        for (var property : parent.path(Schemas.PROPERTIES).properties()) {
            var schema = (ObjectNode) property.getValue();
            var path = prefix + property.getKey();
            var field = new SchemaField(path, schema, requires(parent, property.getKey()));
            fields.add(field);
            var inside = Schemas.is(schema, "array") ? path + "[]." : path + ".";
            collect(inside, field.content(), fields);
        }
    }

    private static boolean requires(JsonNode parent, String name) {
        return parent.path(Schemas.REQUIRED).valueStream().anyMatch(r -> r.asText().equals(name));
    }
}
