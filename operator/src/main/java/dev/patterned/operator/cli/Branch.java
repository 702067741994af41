package dev.patterned.operator.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a tree, and what stands below it.
 *
 * @param text may be empty
 */
record Branch(String name, String text, List<Branch> below) {
    /** Copies the list. */
    Branch {
        below = List.copyOf(below);
    }

    /** With nothing below it. */
    static Branch leaf(String name, String text) {
        return new Branch(name, text, List.of());
    }

    /**
     * The whole tree, the texts of siblings in one column.
     *
     * @param plain ASCII only, for terminals that have nothing else
     */
    List<String> lines(boolean plain) {
        var lines = new ArrayList<String>();
        lines.add((name + "  " + text).stripTrailing());
        addBelow("", plain, lines);
        return lines;
    }

    private void addBelow(String indent, boolean plain, List<String> lines) {
        var width = below.stream().mapToInt(branch -> branch.name.length()).max().orElse(0);
        for (var place = 0; place < below.size(); place++) {
            var branch = below.get(place);
            var isLast = place == below.size() - 1;
            var padded = branch.name + " ".repeat(width - branch.name.length());
            lines.add((indent + fork(isLast, plain) + padded + "  " + branch.text).stripTrailing());
            branch.addBelow(indent + trunk(isLast, plain), plain, lines);
        }
    }

    private static String fork(boolean isLast, boolean plain) {
        if (plain) {
            return isLast ? "`- " : "|- ";
        }
        return isLast ? "└─ " : "├─ ";
    }

    private static String trunk(boolean isLast, boolean plain) {
        if (isLast) {
            return "   ";
        }
        return plain ? "|  " : "│  ";
    }
}
