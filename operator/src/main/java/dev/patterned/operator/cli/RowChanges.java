package dev.patterned.operator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows of one app as a tree, and what changed between two looks. */
final class RowChanges {
    private RowChanges() {}

    /**
     * The whole tree.
     *
     * @param plain ASCII only, for terminals that have nothing else
     */
    static List<String> tree(String namespace, Map<String, Row> rows, boolean plain) {
        var below =
                rows.entrySet().stream()
                        .skip(1)
                        .map(row -> Branch.leaf(row.getKey(), row.getValue().text()))
                        .toList();
        return rows.entrySet().stream()
                .limit(1)
                .map(app ->
                        new Branch(app.getKey() + " in " + namespace, app.getValue().text(), below))
                .flatMap(app -> app.lines(plain).stream())
                .toList();
    }

    /** One line for each row that is new ({@code +}), gone ({@code -}) or says something else. */
    static List<String> between(Map<String, Row> before, Map<String, Row> after) {
        var lines = new ArrayList<String>();
        after.forEach((name, row) -> {
            var was = before.get(name);
            if (was == null) {
                lines.add(line('+', name, row.text()));
            } else if (!was.identity().equals(row.identity())) {
                lines.add(line('~', name, "was deleted, and is made again"));
            } else if (!was.text().equals(row.text())) {
                lines.add(line('~', name, row.text()));
            }
        });
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> lines.add(line('-', name, "")));
        return lines;
    }

    private static String line(char sign, String name, String text) {
        return (sign + " " + name + "  " + text).stripTrailing();
    }
}
