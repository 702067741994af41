package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Schemas of Kubernetes' own types, each reference replaced by what it refers to.
 *
 * <p>Source: {@code kubernetes-types.json}, extracted from the OpenAPI documents of the oldest
 * supported server ({@link KubernetesTypesExtraction}), so that no field is accepted that such a
 * server would drop.
 */
final class KubernetesTypes {
    static final String RESOURCE = "/kubernetes-types.json";

    private final JsonNode types;
    private final KubernetesWords words;

    private KubernetesTypes(JsonNode types) {
        this.types = types;
        this.words = KubernetesWords.load(types);
    }

    static KubernetesTypes load() {
        try (var in = KubernetesTypes.class.getResourceAsStream(RESOURCE)) {
            return new KubernetesTypes(Schemas.JSON.readTree(in).path("types"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The schema of a type by its short name, such as {@code EnvVar}; a fresh copy. */
    ObjectNode schema(String type) {
        return switch (type) {
            case "Quantity" -> Schemas.quantity();
            case "IntOrString" -> Schemas.intOrString(63);
            case "Time" ->
                    Schemas.object()
                            .put(Schemas.TYPE, "string")
                            .put("format", "date-time")
                            .put(Schemas.MAX_LENGTH, 64);
            default -> structure(type);
        };
    }

    private ObjectNode structure(String type) {
        var source = types.get(type);
        if (source == null) {
            throw new IllegalStateException(
                    type + " is not in " + RESOURCE + ": extract it (KubernetesTypesExtraction)");
        }
        var schema = Schemas.object().put(Schemas.TYPE, "object");
        copy(source, schema, "x-kubernetes-map-type");
        source.path(Schemas.PROPERTIES)
                .properties()
                .forEach(property -> {
                    var place = new Place(type, property.getKey());
                    if (!KubernetesFields.isDropped(place)) {
                        Schemas.child(schema, Schemas.PROPERTIES)
                                .set(place.field(), field(place, property.getValue()));
                    }
                });
        for (var name : source.path(Schemas.REQUIRED)) {
            if (schema.path(Schemas.PROPERTIES).has(name.asText())) {
                Schemas.require(schema, name.asText());
            }
        }
        KubernetesFields.required(type).forEach(name -> Schemas.require(schema, name));
        return schema;
    }

    private ObjectNode field(Place place, JsonNode source) {
        var schema = value(place, source);
        schema.put(Schemas.DESCRIPTION, words.of(place, source.path(Schemas.DESCRIPTION).asText()));
        KubernetesFields.refuse(place, schema);
        Schemas.order(schema, List.of(Schemas.DESCRIPTION, Schemas.TYPE));
        return schema;
    }

    private ObjectNode value(Place place, JsonNode source) {
        if (source.has("$ref")) {
            return schema(source.path("$ref").asText());
        }
        var schema = Schemas.object();
        copy(source, schema, Schemas.TYPE);
        switch (source.path(Schemas.TYPE).asText()) {
            case "array" -> {
                schema.set(Schemas.ITEMS, value(place, source.path(Schemas.ITEMS)));
                schema.put(Schemas.MAX_ITEMS, KubernetesBounds.maxItems(place));
                copy(source, schema, Schemas.LIST_TYPE);
                if (!schema.has(Schemas.LIST_TYPE)) {
                    schema.put(Schemas.LIST_TYPE, "atomic");
                }
            }
            case "object" -> {
                schema.set(Schemas.VALUES, value(place, source.path(Schemas.VALUES)));
                schema.put(Schemas.MAX_PROPERTIES, KubernetesBounds.maxProperties(place));
            }
            case "integer" -> {
                copy(source, schema, "format");
                KubernetesBounds.range(place).applyTo(schema);
            }
            case "string" -> KubernetesBounds.bindString(place, schema);
            case "boolean" -> {}
            default -> throw new IllegalStateException("unknown type of " + place);
        }
        return schema;
    }

    private static void copy(JsonNode from, ObjectNode to, String name) {
        if (from.has(name)) {
            to.set(name, from.get(name));
        }
    }
}
