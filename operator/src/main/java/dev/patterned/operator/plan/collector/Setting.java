package dev.patterned.operator.plan.collector;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value of the configuration. */
sealed interface Setting {
    /** Text that stands for itself, whatever is in it. */
    record Text(String text) implements Setting {}

    /** Text with an environment variable in it: {@code before}, its value, {@code after}. */
    record Expanded(String before, String variable, String after) implements Setting {}

    /** A whole number. */
    record Whole(long value) implements Setting {}

    /** On or off. */
    record Flag(boolean value) implements Setting {}

    /** Some in order. */
    record Sequence(List<Setting> items) implements Setting {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Some by name; the order says nothing, so it is the alphabet's. */
    record Mapping(SortedMap<String, Setting> entries) implements Setting {
        Mapping with(String key, Setting value) {
            var more = new TreeMap<>(entries);
            more.put(key, value);
            return new Mapping(more);
        }

        Mapping with(String key, String text) {
            return with(key, new Text(text));
        }

        Mapping with(String key, long value) {
            return with(key, new Whole(value));
        }

        Mapping with(String key, boolean value) {
            return with(key, new Flag(value));
        }
    }

    static Mapping mapping() {
        return new Mapping(new TreeMap<>());
    }

    static Setting environment(String variable) {
        return new Expanded("", variable, "");
    }

    static Setting texts(List<String> texts) {
        return new Sequence(texts.stream().<Setting>map(Text::new).toList());
    }

    static Setting texts(String... texts) {
        return texts(List.of(texts));
    }
}
