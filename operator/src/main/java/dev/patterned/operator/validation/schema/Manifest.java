package dev.patterned.operator.validation.schema;

import dev.patterned.api.v1alpha1.PatternedApp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of a file.
 *
 * @param file as the person named it; {@code -} for standard input
 * @param line where it begins, from 1
 * @param raw the object as it was written; empty where it could not be read
 * @param lines of each field, by path
 */
public record Manifest(
        String file,
        int line,
        Content content,
        Map<String, @Nullable Object> raw,
        Map<String, Integer> lines) {
    /** What it is. */
    public sealed interface Content {}

    /** A PatternedApp that fits the schema. */
    public record App(PatternedApp app) implements Content {}

    /** A PatternedApp that does not fit, or nothing that can be read; at least one problem. */
    public record Broken(List<LineProblem> problems) implements Content {
        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /** Another object, which is none of our business. */
    public record Other() implements Content {}

    /** {@code Kind/name}, as far as they are known. */
    public String label() {
        var kind = raw.get("kind") instanceof String text ? text : "object";
        return raw.get("metadata") instanceof Map<?, ?> metadata
                        && metadata.get("name") instanceof String name
                ? kind + "/" + name
                : kind;
    }

    /** The line of a field, or of what it would stand in. */
    public int lineOf(String path) {
        return lineOf(path, lines, line);
    }

    static int lineOf(String path, Map<String, Integer> lines, int otherwise) {
        var at = path;
        while (!at.isEmpty()) {
            var found = lines.get(at);
            if (found != null) {
                return found;
            }
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        return otherwise;
    }
}
