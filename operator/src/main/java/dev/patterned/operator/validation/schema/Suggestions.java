package dev.patterned.operator.validation.schema;

import dev.patterned.operator.validation.Suggestion;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** What a person probably meant. */
final class Suggestions {
    /** More names than this help nobody. */
    private static final int MOST_NAMES = 24;

    /** As deep as a field that somebody misplaced can lie. */
    private static final int DEEPEST_PLACE = 4;

    private final Schema root;

    Suggestions(Schema root) {
        this.root = root;
    }

    /** How to go on from a field that is not known in an object of this schema. */
    String forUnknown(String name, Schema schema) {
        var near = Suggestion.nearest(name, schema.properties().keySet());
        if (near.isPresent()) {
            return "did you mean " + near.get() + "?";
        }
        var places =
                new TreeSet<>(Comparator.comparingInt(Suggestions::depth).thenComparing(s -> s));
        collect(name, root, "", 0, places);
        if (!places.isEmpty()) {
            return "it belongs to " + String.join(" or ", places.stream().limit(2).toList());
        }
        var known = schema.properties().keySet();
        if (known.isEmpty()) {
            return "none is expected here";
        }
        return known.size() > MOST_NAMES
                ? "see `kubectl explain`, or the reference page"
                : "there are " + String.join(", ", known);
    }

    /** How to go on from a value that is none of the allowed ones. */
    static String forChoice(String text, Schema schema) {
        var near = Suggestion.nearest(text, schema.choices());
        return "\"%s\" is not one of %s%s"
                .formatted(
                        text,
                        String.join(", ", schema.choices()),
                        near.map(name -> ": did you mean " + name + "?").orElse(""));
    }

    private static int depth(String path) {
        return (int) path.chars().filter(c -> c == '.').count();
    }

    private static void collect(
            String name, Schema schema, String path, int depth, Collection<String> places) {
        if (depth > DEEPEST_PLACE) {
            return;
        }
        if (schema.properties().containsKey(name) && !path.isEmpty()) {
            places.add(path);
        }
        schema.properties()
                .forEach((field, child) -> {
                    if (!List.of("metadata", "status").contains(field)) {
                        var at = path.isEmpty() ? field : path + "." + field;
                        collect(name, child, at, depth + 1, places);
                        child.items()
                                .ifPresent(i -> collect(name, i, at + "[]", depth + 1, places));
                    }
                });
    }
}
