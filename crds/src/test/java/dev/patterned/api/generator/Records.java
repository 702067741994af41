package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.AnyType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Walks a record and its schema side by side and puts in what only the Java type says: the schema
 * of an embedded Kubernetes type, the width of a number, the order of the fields.
 */
final class Records {
    private static final String KUBERNETES_MODEL = "io.fabric8.kubernetes.api.model";

    private final KubernetesTypes types;

    Records(KubernetesTypes types) {
        this.types = types;
    }

    /** Short names of the Kubernetes types that a record embeds, itself or in other records. */
    static Set<String> kubernetesTypes(Class<?> record) {
        var names = new TreeSet<String>();
        for (var component : record.getRecordComponents()) {
            var type = leaf(component.getGenericType());
            if (type.isRecord()) {
                names.addAll(kubernetesTypes(type));
            } else if (isKubernetesType(type)) {
                names.add(type.getSimpleName());
            }
        }
        return names;
    }

    /** Completes the schema of a record in place. */
    void complete(Class<?> record, ObjectNode schema) {
        var components = record.getRecordComponents();
        if (components.length == 0) {
            return;
        }
        var properties = (ObjectNode) schema.path(Schemas.PROPERTIES);
        Schemas.order(properties, Arrays.stream(components).map(RecordComponent::getName).toList());
        for (var component : components) {
            var property = (ObjectNode) properties.path(component.getName());
            complete(component.getGenericType(), property);
            Schemas.order(property, List.of(Schemas.DESCRIPTION, Schemas.TYPE));
        }
    }

    private void complete(Type type, ObjectNode schema) {
        if (type instanceof ParameterizedType generic) {
            var container = generic.getRawType() == Map.class ? Schemas.VALUES : Schemas.ITEMS;
            var arguments = generic.getActualTypeArguments();
            complete(arguments[arguments.length - 1], (ObjectNode) schema.path(container));
            return;
        }
        var leaf = (Class<?>) type;
        if (leaf.isRecord()) {
            complete(leaf, schema);
        } else if (leaf == Integer.class) {
            schema.put("format", "int32");
            bound(schema, new Range(0, Integer.MAX_VALUE));
        } else if (leaf == Long.class) {
            schema.put("format", "int64");
            bound(schema, new Range(0, Schemas.MAX_SAFE_INTEGER));
        } else if (leaf == AnyType.class) {
            // Only refused fields have this type: whatever stands there must reach the rule.
            replace(
                    schema,
                    Schemas.object()
                            .put(Schemas.TYPE, "object")
                            .put(Schemas.PRESERVE_UNKNOWN, true));
        } else if (isKubernetesType(leaf)) {
            replace(schema, types.schema(leaf.getSimpleName()));
        }
    }

    private static void bound(ObjectNode schema, Range otherwise) {
        if (!schema.has("minimum")) {
            schema.put("minimum", otherwise.minimum());
        }
        if (!schema.has("maximum")) {
            schema.put("maximum", otherwise.maximum());
        }
    }

    private static void replace(ObjectNode schema, ObjectNode by) {
        requireHeld(schema, by);
        schema.retain(Schemas.DESCRIPTION, "default", Schemas.RULES);
        schema.setAll(by);
    }

    /** A field that the Java type does not know would be lost between the API and the Pod. */
    private static void requireHeld(JsonNode javaType, JsonNode by) {
        for (var property : by.path(Schemas.PROPERTIES).properties()) {
            var held = javaType.path(Schemas.PROPERTIES).path(property.getKey());
            if (held.isMissingNode()) {
                throw new IllegalStateException("no Java field for " + property.getKey());
            }
            requireHeld(held, property.getValue());
            requireHeld(held.path(Schemas.ITEMS), property.getValue().path(Schemas.ITEMS));
        }
    }

    private static Class<?> leaf(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return leaf(arguments[arguments.length - 1]);
        }
        return (Class<?>) type;
    }

    private static boolean isKubernetesType(Class<?> type) {
        return type.getPackageName().startsWith(KUBERNETES_MODEL) && type != AnyType.class;
    }
}
