package dev.patterned.operator.validation.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of an object's fields, read when they are asked for: an app says a few of a thousand
 * fields, and reading them all would be a good part of a short command's time.
 */
final class LazySchemas extends AbstractMap<String, Schema> {
    private final JsonNode properties;
    private final Map<String, Schema> read = new HashMap<>();

    LazySchemas(JsonNode properties) {
        this.properties = properties;
    }

    @Override
    public @Nullable Schema get(@Nullable Object name) {
        if (!(name instanceof String field)) {
            return null;
        }
        var node = properties.get(field);
        return node == null ? null : read.computeIfAbsent(field, _ -> Schema.parse(node));
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String field && properties.has(field);
    }

    @Override
    public Set<Entry<String, Schema>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Schema>> iterator() {
                return properties
                        .propertyStream()
                        .map(entry ->
                                Map.entry(
                                        entry.getKey(),
                                        read.computeIfAbsent(
                                                entry.getKey(),
                                                _ -> Schema.parse(entry.getValue()))))
                        .iterator();
            }

            @Override
            public int size() {
                return properties.size();
            }
        };
    }
}
