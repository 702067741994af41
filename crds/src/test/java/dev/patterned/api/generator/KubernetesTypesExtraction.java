package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes the types that the records embed out of a Kubernetes source tree's {@code
 * api/openapi-spec/v3}: structure, list types and the first sentence of each description.
 */
final class KubernetesTypesExtraction {
    private static final Set<String> WITH_OWN_FORM = Set.of("Quantity", "IntOrString", "Time");

    private final Map<String, JsonNode> sources = new TreeMap<>();
    private final Map<String, JsonNode> extracted = new TreeMap<>();

    /**
     * @param folder holds {@code api__v1_openapi.json} and those of apps and batch
     * @param roots short names of the wanted types
     * @param source where the folder is from, for the reader of the result
     */
    static ObjectNode extract(Path folder, Set<String> roots, String source) throws IOException {
        var extraction = new KubernetesTypesExtraction();
        extraction.readSources(folder.resolve("apis__batch__v1_openapi.json"));
        extraction.readSources(folder.resolve("apis__apps__v1_openapi.json"));
        extraction.readSources(folder.resolve("api__v1_openapi.json"));
        roots.forEach(extraction::take);
        var result = Schemas.object().put("source", source);
        Schemas.child(result, "types").setAll(extraction.extracted);
        return result;
    }

    private void readSources(Path file) throws IOException {
        Schemas.JSON
                .readTree(Files.readString(file))
                .path("components")
                .path("schemas")
                .properties()
                .forEach(entry -> sources.put(shortName(entry.getKey()), entry.getValue()));
    }

    private void take(String type) {
        if (WITH_OWN_FORM.contains(type) || extracted.containsKey(type)) {
            return;
        }
        var source = sources.get(type);
        if (source == null) {
            throw new IllegalStateException("no type " + type + " in the OpenAPI documents");
        }
        var copy = Schemas.object();
        extracted.put(type, copy);
        keep(source, copy, Schemas.REQUIRED);
        keep(source, copy, "x-kubernetes-map-type");
        var properties = Schemas.child(copy, Schemas.PROPERTIES);
        source.path(Schemas.PROPERTIES)
                .properties()
                .forEach(property -> {
                    if (!KubernetesFields.isDropped(new Place(type, property.getKey()))) {
                        properties.set(property.getKey(), value(property.getValue()));
                    }
                });
    }

    private ObjectNode value(JsonNode source) {
        var copy = Schemas.object();
        if (source.has(Schemas.DESCRIPTION)) {
            copy.put(
                    Schemas.DESCRIPTION,
                    Sentences.first(source.path(Schemas.DESCRIPTION).asText()));
        }
        // Descriptions stand beside references, so Kubernetes wraps these in allOf.
        var reference =
                source.path("allOf").path(0).path("$ref").asText(source.path("$ref").asText());
        if (!reference.isEmpty()) {
            var name = shortName(reference);
            take(name);
            return copy.put("$ref", name);
        }
        for (var name :
                new TreeSet<>(
                        Set.of(Schemas.TYPE, "format", Schemas.LIST_TYPE, Schemas.LIST_MAP_KEYS))) {
            keep(source, copy, name);
        }
        for (var name : Set.of(Schemas.ITEMS, Schemas.VALUES)) {
            if (source.has(name)) {
                copy.set(name, value(source.path(name)));
            }
        }
        return copy;
    }

    private static void keep(JsonNode source, ObjectNode copy, String name) {
        if (source.has(name)) {
            copy.set(name, source.get(name));
        }
    }

    private static String shortName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
