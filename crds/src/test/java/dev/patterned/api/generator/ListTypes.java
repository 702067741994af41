package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How server-side apply merges the API's own lists: things with a name by their key, plain values
 * as sets, everything else as a whole. Embedded Kubernetes types bring their own list types.
 */
final class ListTypes {
    private static final Map<String, String> KEYS =
            Map.of(
                    "conditions",
                    "type",
                    "files",
                    "path",
                    "hostAliases",
                    "ip",
                    "volumeMounts",
                    "mountPath");

    /** Order or repetition matters in these. */
    private static final Set<String> ATOMIC = Set.of("args", "command", "headers");

    private ListTypes() {}

    /** Sets the type of every list below that has none yet. */
    static void complete(ObjectNode schema) {
        for (var property : schema.path(Schemas.PROPERTIES).properties()) {
            var child = (ObjectNode) property.getValue();
            if (Schemas.is(child, "array")) {
                completeList(property.getKey(), child);
            } else {
                complete(child);
            }
        }
    }

    private static void completeList(String name, ObjectNode list) {
        var items = (ObjectNode) list.path(Schemas.ITEMS);
        complete(items);
        if (list.has(Schemas.LIST_TYPE)) {
            return;
        }
        var key = KEYS.getOrDefault(name, "name");
        if (ATOMIC.contains(name)) {
            list.put(Schemas.LIST_TYPE, "atomic");
        } else if (!Schemas.is(items, "object")) {
            list.put(Schemas.LIST_TYPE, "set");
        } else if (requires(items, key)) {
            list.put(Schemas.LIST_TYPE, "map");
            list.set(Schemas.LIST_MAP_KEYS, Schemas.strings(List.of(key)));
        } else {
            list.put(Schemas.LIST_TYPE, "atomic");
        }
    }

    private static boolean requires(JsonNode schema, String property) {
        for (var name : schema.path(Schemas.REQUIRED)) {
            if (name.asText().equals(property)) {
                return true;
            }
        }
        return false;
    }
}
