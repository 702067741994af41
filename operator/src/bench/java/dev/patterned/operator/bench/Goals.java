package dev.patterned.operator.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was reached beside what is aimed at; a goal that is missed is said and fails nothing. */
final class Goals {
    private final List<String> lines = new ArrayList<>();

    void atLeast(double bound, String what, double reached) {
        add(what, reached, "at least", bound, reached >= bound);
    }

    void atMost(double bound, String what, double reached) {
        add(what, reached, "at most", bound, reached <= bound);
    }

    private void add(String what, double reached, String direction, double bound, boolean met) {
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%-6s %-45s %8.2f, goal %s %s",
                        met ? "met" : "MISSED",
                        what,
                        reached,
                        direction,
                        bound));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
