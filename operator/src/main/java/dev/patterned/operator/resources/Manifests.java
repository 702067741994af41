package dev.patterned.operator.resources;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Objects as YAML: the same object is always the same text, whoever built it. */
public final class Manifests {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> TREE =
            new TypeReference<>() {};

    /** What a reader looks for first; everything else follows by the alphabet. */
    private static final List<String> FIRST = List.of("apiVersion", "kind", "metadata", "name");

    private Manifests() {}

    /**
     * Documents in the order given, separated by {@code ---}; empty for no objects.
     *
     * <p>Keys stand in one order, absent values and empty lists are left out, and a string that any
     * YAML version reads as something else is quoted, so that {@code kubectl apply} takes it.
     */
    public static String toYaml(Collection<? extends HasMetadata> objects) {
        return objects.stream()
                .map(object -> YamlText.document(toTree(object)))
                .collect(Collectors.joining("---\n"));
    }

    /**
     * The object as maps, lists, strings, numbers and booleans, in canonical order and without
     * absent values.
     */
    public static Map<String, Object> toTree(HasMetadata object) {
        return map(MAPPER.convertValue(object, TREE));
    }

    private static Map<String, Object> map(Map<?, ?> source) {
        var sorted = new TreeMap<String, Object>();
        source.forEach((key, value) -> {
            var canonical = value(value);
            if (canonical != null) {
                sorted.put(String.valueOf(key), canonical);
            }
        });
        var ordered = new LinkedHashMap<String, Object>();
        for (var key : FIRST) {
            var value = sorted.remove(key);
            if (value != null) {
                ordered.put(key, value);
            }
        }
        ordered.putAll(sorted);
        return ordered;
    }

    /** An empty map stays: {@code emptyDir: {}} means something, an empty list does not. */
    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> map(map);
            case List<?> list when list.isEmpty() -> null;
            case List<?> list ->
                    list.stream().map(Manifests::value).filter(Objects::nonNull).toList();
            default -> value;
        };
    }
}
