package dev.patterned.operator.resources;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a tree of maps, lists and scalars as block-style YAML that readers of YAML 1.1 (kubectl)
 * and 1.2 understand alike.
 */
final class YamlText {
    /** Starts harmlessly and holds no indicator; a colon or hash counts only next to a space. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_./$(+=<][A-Za-z0-9_./$()+=<>,;@%^~*!?&|'\" :#-]*");

    private static final Pattern INDICATOR = Pattern.compile(":( |$)| #| $");

    /** Numbers, dates, times and base-60 integers of either YAML version; too wide on purpose. */
    private static final Pattern NUMBER_LIKE =
            Pattern.compile("[-+.]?[0-9][0-9a-fA-FxXoO_.:+TZtz -]*");

    private static final Set<String> WORDS =
            Set.of(
                    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<",
                    ".inf", "+.inf", ".nan");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    /** One document; ends with a line break. */
    static String document(Map<String, Object> tree) {
        var text = new YamlText();
        text.entries(tree, 0, false);
        return text.out.toString();
    }

    private void entries(Map<?, ?> map, int indent, boolean firstIsPlaced) {
        var placed = firstIsPlaced;
        for (var entry : map.entrySet()) {
            if (!placed) {
                out.repeat(' ', indent);
            }
            placed = false;
            out.append(inline(String.valueOf(entry.getKey()))).append(':');
            // A list stands at its key's own column, as kubectl writes it.
            value(entry.getValue(), indent + 2, indent);
        }
    }

    private void items(List<?> list, int indent) {
        for (var item : list) {
            out.repeat(' ', indent).append('-');
            if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                out.append(' ');
                entries(map, indent + 2, true);
            } else {
                value(item, indent + 2, indent + 2);
            }
        }
    }

    private void value(Object value, int mapIndent, int listIndent) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> out.append(" {}\n");
            case Map<?, ?> map -> {
                out.append('\n');
                entries(map, mapIndent, false);
            }
            case List<?> list when list.isEmpty() -> out.append(" []\n");
            case List<?> list -> {
                out.append('\n');
                items(list, listIndent);
            }
            case String string when isBlock(string) -> block(string, mapIndent);
            case String string -> out.append(' ').append(inline(string)).append('\n');
            default -> out.append(' ').append(value).append('\n');
        }
    }

    /** Lines that a person can read as they are; a leading space would need an indent indicator. */
    private static boolean isBlock(String text) {
        return text.indexOf('\n') > 0
                && !Character.isWhitespace(text.charAt(0))
                && text.chars().allMatch(c -> c == '\n' || c == '\t' || isPrintable(c));
    }

    private static boolean isPrintable(int character) {
        return (character >= 0x20 && character < 0x7f)
                || (character >= 0xa0
                        && !Character.isSurrogate((char) character)
                        && character != 0x2028
                        && character != 0x2029
                        && character != 0xfeff);
    }

    private void block(String text, int indent) {
        out.append(" |");
        if (!text.endsWith("\n")) {
            out.append('-');
        } else if (text.endsWith("\n\n")) {
            out.append('+');
        }
        out.append('\n');
        var body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (var line : body.split("\n", -1)) {
            if (!line.isEmpty()) {
                out.repeat(' ', indent).append(line);
            }
            out.append('\n');
        }
    }

    private static String inline(String text) {
        return isPlain(text)
                ? text
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches()
                && !INDICATOR.matcher(text).find()
                && !NUMBER_LIKE.matcher(text).matches()
                && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
