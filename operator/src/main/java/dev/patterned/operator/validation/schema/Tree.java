package dev.patterned.operator.validation.schema;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML value that remembers its line (counted from 1; that of its key, where it has one). */
sealed interface Tree {
    int line();

    /** The value as Jackson and the client take it: maps, lists and scalars. */
    @Nullable Object plain();

    /** What a person calls it. */
    String description();

    /** Fields in the order of the file. */
    record Mapping(int line, Map<String, Tree> fields) implements Tree {
        @Override
        public Map<String, @Nullable Object> plain() {
            var plain = new LinkedHashMap<String, @Nullable Object>();
            fields.forEach((name, value) -> plain.put(name, value.plain()));
            return plain;
        }

        @Override
        public String description() {
            return "a map of fields";
        }

        /** The text of a field, or empty where it is absent or no text. */
        String text(String field) {
            return fields.get(field) instanceof Scalar(int _, String text, String _) ? text : "";
        }
    }

    /** Items in order. */
    record Sequence(int line, List<Tree> items) implements Tree {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public List<@Nullable Object> plain() {
            var plain = new java.util.ArrayList<@Nullable Object>();
            items.forEach(item -> plain.add(item.plain()));
            return plain;
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /**
     * One value.
     *
     * @param value String, Boolean, BigInteger, Double or null
     * @param source as it was written, without quotes
     */
    record Scalar(int line, @Nullable Object value, String source) implements Tree {
        @Override
        public @Nullable Object plain() {
            // As JSON readers hand numbers over; Kubernetes' own types take no others.
            if (!(value instanceof BigInteger number)) {
                return value;
            }
            if (number.bitLength() < Integer.SIZE) {
                return number.intValue();
            }
            return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
        }

        @Override
        public String description() {
            return switch (value) {
                case null -> "empty";
                case String _ -> "a text";
                case Boolean _ -> "a boolean";
                case BigInteger _ -> "a whole number";
                default -> "a number";
            };
        }
    }
}
