package dev.patterned.operator.validation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Helps a person who mistyped a name. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * The candidate nearest to the word by Levenshtein distance, if any is near enough to be meant.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        var limit = Math.max(1, word.length() / 3 + 1);
        return candidates.stream()
                .filter(candidate -> distance(word, candidate) <= limit)
                .min(
                        Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * What there is, for the end of a message: {@code (there is: a, b)} or {@code (there is none)}.
     */
    static String of(Collection<String> candidates) {
        return candidates.isEmpty()
                ? "(there is none)"
                : "(there is: "
                        + candidates.stream().sorted().collect(Collectors.joining(", "))
                        + ")";
    }

    private static int distance(String left, String right) {
        var previous = new int[right.length() + 1];
        for (var column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (var row = 1; row <= left.length(); row++) {
            var current = new int[right.length() + 1];
            current[0] = row;
            for (var column = 1; column <= right.length(); column++) {
                var same =
                        Character.toLowerCase(left.charAt(row - 1))
                                == Character.toLowerCase(right.charAt(column - 1));
                current[column] =
                        Math.min(
                                previous[column - 1] + (same ? 0 : 1),
                                Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
