package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schema for offline validation: structure and bounds, without words and rules. */
final class CompactSchema {
    private CompactSchema() {}

    /** A smaller copy. */
    static JsonNode of(ObjectNode schema) {
        var copy = schema.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(ObjectNode schema) {
        schema.remove(Schemas.DESCRIPTION);
        schema.remove(Schemas.RULES);
        // By schema position, never by name alone: a property may be called description.
        for (var property : schema.path(Schemas.PROPERTIES)) {
            strip((ObjectNode) property);
        }
        for (var part : new String[] {Schemas.ITEMS, Schemas.VALUES}) {
            if (schema.path(part) instanceof ObjectNode inner) {
                strip(inner);
            }
        }
    }
}
