package dev.patterned.operator.validation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Helps a person who mistyped a name. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * The candidate nearest to the word; a third of the letters may be wrong, two may be swapped.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> distance(word, candidate) <= tolerance(word, candidate))
                .min(
                        Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static int tolerance(String word, String candidate) {
        return Math.max(1, Math.max(word.length(), candidate.length()) / 3);
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

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String left, String right) {
        var from = left.toLowerCase(Locale.ROOT);
        var to = right.toLowerCase(Locale.ROOT);
        var cost = new int[from.length() + 1][to.length() + 1];
        for (var row = 0; row <= from.length(); row++) {
            for (var column = 0; column <= to.length(); column++) {
                cost[row][column] =
                        row == 0 || column == 0
                                ? row + column
                                : cheapest(cost, from, to, row, column);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int row, int column) {
        var same = from.charAt(row - 1) == to.charAt(column - 1);
        var best =
                Math.min(
                        cost[row - 1][column - 1] + (same ? 0 : 1),
                        Math.min(cost[row - 1][column], cost[row][column - 1]) + 1);
        var swapped =
                row > 1
                        && column > 1
                        && from.charAt(row - 1) == to.charAt(column - 2)
                        && from.charAt(row - 2) == to.charAt(column - 1);
        return swapped ? Math.min(best, cost[row - 2][column - 2] + 1) : best;
    }
}
