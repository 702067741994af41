package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bounds of a whole number, both included. */
record Range(long minimum, long maximum) {
    void applyTo(ObjectNode schema) {
        schema.put("minimum", minimum).put("maximum", maximum);
    }
}
