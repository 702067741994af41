package dev.patterned.operator.validation.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the API's records from a tree that fits the schema; Kubernetes' own types are left to
 * Jackson.
 *
 * <p>Jackson could do all of it, and does in the operator; but it prepares itself for every type
 * that an app might use, which takes longer than everything else that a short command does. A test
 * holds both together.
 */
final class RecordBinder {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RecordBinder() {}

    /** A value inside one of Kubernetes' types is none, such as a quantity with a wrong unit. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient FieldPath path;
        private final String reason;

        UnreadableException(FieldPath path, String reason) {
            super(path + ": " + reason);
            this.path = path;
            this.reason = reason;
        }

        String reason() {
            return reason;
        }

        FieldPath path() {
            return path;
        }
    }

    /** The record that these fields make; absent ones are null, which records know to read. */
    static <T extends Record> T bind(Tree.Mapping tree, Class<T> type, FieldPath path)
            throws UnreadableException {
        var components = type.getRecordComponents();
        var values = new @Nullable Object[components.length];
        for (var i = 0; i < components.length; i++) {
            var name = components[i].getName();
            values[i] =
                    value(
                            tree.fields().get(name),
                            components[i].getGenericType(),
                            path.field(name));
        }
        try {
            return type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " has a public constructor", impossible);
        }
    }

    private static @Nullable Object value(@Nullable Tree tree, Type type, FieldPath path)
            throws UnreadableException {
        if (tree == null || (tree instanceof Tree.Scalar scalar && scalar.value() == null)) {
            return null;
        }
        if (type instanceof ParameterizedType parameterized) {
            return switch (tree) {
                case Tree.Sequence sequence ->
                        list(sequence, parameterized.getActualTypeArguments()[0], path);
                case Tree.Mapping mapping ->
                        map(mapping, parameterized.getActualTypeArguments()[1], path);
                case Tree.Scalar scalar -> kubernetes(scalar, type, path);
            };
        }
        var wanted = (Class<?>) type;
        if (wanted.isRecord() && tree instanceof Tree.Mapping mapping) {
            return bind(mapping, wanted.asSubclass(Record.class), path);
        }
        if (wanted.isEnum() && tree instanceof Tree.Scalar scalar) {
            return constant(scalar.source(), wanted, path);
        }
        return wanted == Long.class && tree.plain() instanceof Integer number
                ? (Object) number.longValue()
                : simple(tree, wanted, path);
    }

    private static Object simple(Tree tree, Class<?> wanted, FieldPath path)
            throws UnreadableException {
        var plain = tree.plain();
        return wanted.isInstance(plain) ? plain : kubernetes(tree, wanted, path);
    }

    private static List<@Nullable Object> list(Tree.Sequence tree, Type item, FieldPath path)
            throws UnreadableException {
        var items = new ArrayList<@Nullable Object>();
        for (var element : tree.items()) {
            items.add(value(element, item, path.index(items.size())));
        }
        return items;
    }

    private static Map<String, @Nullable Object> map(Tree.Mapping tree, Type item, FieldPath path)
            throws UnreadableException {
        var entries = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : tree.fields().entrySet()) {
            entries.put(entry.getKey(), value(entry.getValue(), item, path.field(entry.getKey())));
        }
        return entries;
    }

    private static Object constant(String text, Class<?> type, FieldPath path)
            throws UnreadableException {
        for (var field : type.getFields()) {
            var name = field.getAnnotation(JsonProperty.class);
            if (field.isEnumConstant()
                    && text.equals(name == null ? field.getName() : name.value())) {
                try {
                    return field.get(null);
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        throw new UnreadableException(path, "\"" + text + "\" is not known");
    }

    private static Object kubernetes(Tree tree, Type type, FieldPath path)
            throws UnreadableException {
        try {
            if (type == Quantity.class && tree instanceof Tree.Scalar scalar) {
                // So common that most apps need no Jackson at all.
                return Quantity.parse(scalar.source());
            }
            return MAPPER.convertValue(tree.plain(), MAPPER.constructType(type));
        } catch (IllegalArgumentException unreadable) {
            throw new UnreadableException(inside(unreadable, path), reason(unreadable));
        }
    }

    private static FieldPath inside(IllegalArgumentException unreadable, FieldPath path) {
        var at = path;
        if (unreadable.getCause() instanceof JsonMappingException mapping) {
            for (var reference : mapping.getPath()) {
                at =
                        reference.getFieldName() == null
                                ? at.index(reference.getIndex())
                                : at.field(reference.getFieldName());
            }
        }
        return at;
    }

    private static String reason(IllegalArgumentException unreadable) {
        var message =
                unreadable.getCause() instanceof JsonMappingException mapping
                        ? mapping.getOriginalMessage()
                        : unreadable.getMessage();
        // What Jackson puts before a type's own complaint speaks of classes.
        return "cannot be read: " + String.valueOf(message).replaceFirst("(?s)^.*, problem: ", "");
    }
}
