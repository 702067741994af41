package dev.patterned.api.generator;

import java.util.regex.Pattern;

/** Descriptions of one sentence: whole ones would not fit into client-side apply's annotation. */
final class Sentences {
    private static final Pattern END =
            Pattern.compile("(?<!e\\.g)(?<!i\\.e)(?<!etc)[.](\\s|$)|\\n");

    private Sentences() {}

    /** The first sentence, in one line, with its full stop. */
    static String first(String text) {
        var end = END.matcher(text);
        var sentence = end.find() ? text.substring(0, end.start()) : text;
        return sentence.replace("\"", "").replaceAll("\\s+", " ").strip() + ".";
    }
}
