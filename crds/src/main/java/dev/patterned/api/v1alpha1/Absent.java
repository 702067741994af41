package dev.patterned.api.v1alpha1;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How absent collections are read. */
final class Absent {
    private Absent() {}

    static <T> List<T> list(@Nullable List<T> value) {
        return value == null ? List.of() : List.copyOf(value);
    }

    static <T> Map<String, T> map(@Nullable Map<String, T> value) {
        // Insertion order is kept: what a person wrote first is shown first.
        return value == null
                ? Map.of()
                : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(value));
    }
}
