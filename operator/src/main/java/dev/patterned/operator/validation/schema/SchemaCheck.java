package dev.patterned.operator.validation.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a tree against a schema and says everything that does not fit. */
final class SchemaCheck {
    private final Suggestions suggestions;
    private final List<LineProblem> problems = new ArrayList<>();

    private SchemaCheck(Schema root) {
        suggestions = new Suggestions(root);
    }

    /** Every problem, in the order of the file. */
    static List<LineProblem> check(Tree tree, Schema schema) {
        var check = new SchemaCheck(schema);
        check.value(tree, schema, FieldPath.ROOT);
        return List.copyOf(check.problems);
    }

    private void value(Tree tree, Schema schema, FieldPath path) {
        if (tree instanceof Tree.Scalar(int line, @Nullable Object value, String _)
                && value == null) {
            if (!schema.nullable() && !schema.free()) {
                add(line, "Required", path, "has no value: give it one, or leave the field out");
            }
            return;
        }
        switch (tree) {
            case Tree.Mapping mapping when isObject(schema) -> object(mapping, schema, path);
            case Tree.Sequence sequence when schema.type().equals("array") ->
                    array(sequence, schema, path);
            case Tree.Scalar scalar when isScalar(schema) ->
                    ScalarCheck.problem(scalar, schema)
                            .ifPresent(p -> add(tree.line(), p.code(), path, p.message()));
            default -> {
                if (!schema.type().isEmpty() || schema.intOrString()) {
                    add(
                            tree.line(),
                            "WrongType",
                            path,
                            "must be " + wanted(schema) + ", but is " + tree.description());
                }
            }
        }
    }

    private static boolean isObject(Schema schema) {
        return schema.type().equals("object");
    }

    private static boolean isScalar(Schema schema) {
        return !isObject(schema)
                && !schema.type().equals("array")
                && (!schema.type().isEmpty() || schema.intOrString());
    }

    private static String wanted(Schema schema) {
        if (schema.type().equals("array")) {
            return "a list (put \"- \" before each item)";
        }
        if (isObject(schema)) {
            return schema.properties().isEmpty()
                    ? "a map of fields"
                    : "a map of fields (" + String.join(", ", schema.properties().keySet()) + ")";
        }
        return ScalarCheck.wanted(schema);
    }

    private void object(Tree.Mapping mapping, Schema schema, FieldPath path) {
        for (var name : schema.required()) {
            if (!mapping.fields().containsKey(name)) {
                add(mapping.line(), "Required", path.field(name), "is required");
            }
        }
        count(mapping.line(), mapping.fields().size(), "entries", schema, path);
        mapping.fields().forEach((name, value) -> field(name, value, schema, path));
    }

    private void field(String name, Tree value, Schema schema, FieldPath path) {
        var known = schema.properties().get(name);
        if (known != null) {
            value(value, known, path.field(name));
        } else if (schema.values().isPresent()) {
            value(value, schema.values().get(), path.field(name));
        } else if (!schema.free()) {
            add(
                    value.line(),
                    "UnknownField",
                    path.field(name),
                    "is no field: " + suggestions.forUnknown(name, schema));
        }
    }

    private void array(Tree.Sequence sequence, Schema schema, FieldPath path) {
        count(sequence.line(), sequence.items().size(), "items", schema, path);
        var items = schema.items();
        if (items.isEmpty()) {
            return;
        }
        for (var i = 0; i < sequence.items().size(); i++) {
            value(sequence.items().get(i), items.get(), path.index(i));
        }
        duplicates(sequence, schema, path);
    }

    private void duplicates(Tree.Sequence sequence, Schema schema, FieldPath path) {
        var seen = new LinkedHashMap<Object, Integer>();
        for (var i = 0; i < sequence.items().size(); i++) {
            var item = sequence.items().get(i);
            var key = key(item, schema);
            if (key == null) {
                continue;
            }
            var before = seen.putIfAbsent(key, i);
            if (before != null) {
                add(
                        item.line(),
                        "Duplicate",
                        path.index(i),
                        "has the same "
                                + (key instanceof Map<?, ?> map ? words(map) : "value " + key)
                                + " as "
                                + path.index(before)
                                + ": each may stand once");
            }
        }
    }

    private static String words(Map<?, ?> key) {
        return key.entrySet().stream()
                .map(entry -> entry.getKey() + " \"" + entry.getValue() + "\"")
                .collect(Collectors.joining(" and "));
    }

    private static @Nullable Object key(Tree item, Schema schema) {
        return switch (schema.listType()) {
            case ATOMIC -> null;
            case SET -> item.plain();
            case MAP -> item instanceof Tree.Mapping mapping ? key(mapping, schema) : null;
        };
    }

    /** Entries without their key are reported as such, not as each other's duplicates. */
    private static @Nullable Object key(Tree.Mapping item, Schema schema) {
        var key = new LinkedHashMap<String, Object>();
        for (var field : schema.mapKeys()) {
            var value = item.fields().get(field);
            if (value != null && value.plain() != null) {
                key.put(field, Objects.requireNonNull(value.plain()));
            }
        }
        return key.containsKey(schema.mapKeys().getFirst()) ? key : null;
    }

    private void count(int line, int count, String what, Schema schema, FieldPath path) {
        var actual = BigDecimal.valueOf(count);
        schema.bounds()
                .least()
                .filter(least -> actual.compareTo(least) < 0)
                .ifPresent(least ->
                        add(
                                line,
                                "TooFew",
                                path,
                                "needs at least " + least.toPlainString() + " " + what));
        schema.bounds()
                .most()
                .filter(most -> actual.compareTo(most) > 0)
                .ifPresent(most ->
                        add(
                                line,
                                "TooMany",
                                path,
                                "has "
                                        + count
                                        + " "
                                        + what
                                        + "; at most "
                                        + most.toPlainString()
                                        + " may stand here"));
    }

    private void add(int line, String code, FieldPath path, String message) {
        problems.add(LineProblem.error(line, code, path, message));
    }
}
