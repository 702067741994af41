package dev.patterned.operator.helm;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts Helm's output into documents. */
final class ChartText {
    private static final Pattern DOCUMENT = Pattern.compile("(?m)^---\\s*$");

    private ChartText() {}

    /** The documents that say something; a template that is switched off leaves only comments. */
    static List<String> documents(String yaml) {
        return DOCUMENT.splitAsStream(yaml)
                .filter(document -> document.lines().anyMatch(ChartText::speaks))
                .toList();
    }

    private static boolean speaks(String line) {
        var text = line.strip();
        return !text.isEmpty() && !text.startsWith("#");
    }
}
