package dev.patterned.operator.plan.collector;

import dev.patterned.operator.plan.collector.Setting.Expanded;
import dev.patterned.operator.plan.collector.Setting.Flag;
import dev.patterned.operator.plan.collector.Setting.Mapping;
import dev.patterned.operator.plan.collector.Setting.Sequence;
import dev.patterned.operator.plan.collector.Setting.Text;
import dev.patterned.operator.plan.collector.Setting.Whole;
import java.util.HexFormat;

/**
 * Writes settings as JSON, which is YAML whose quoting has no traps. The collector replaces {@code
 * ${…}} after it has read the file, so every dollar sign of a text is doubled, which stands for
 * one.
 */
final class SettingsEncoder {
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private SettingsEncoder() {}

    static String encode(Setting setting) {
        var encoder = new SettingsEncoder();
        encoder.write(setting, "\n");
        return encoder.out.append('\n').toString();
    }

    private void write(Setting setting, String line) {
        switch (setting) {
            case Text(var text) -> out.append('"').append(escaped(text)).append('"');
            case Expanded(var before, var variable, var after) ->
                    out.append('"')
                            .append(escaped(before))
                            .append("${env:")
                            .append(variable)
                            .append('}')
                            .append(escaped(after))
                            .append('"');
            case Whole(var value) -> out.append(value);
            case Flag(var value) -> out.append(value);
            case Sequence sequence -> write(sequence, line);
            case Mapping mapping -> write(mapping, line);
        }
    }

    private void write(Sequence sequence, String line) {
        var separator = "";
        out.append('[');
        for (var item : sequence.items()) {
            out.append(separator).append(line).append(INDENT);
            write(item, line + INDENT);
            separator = ",";
        }
        out.append(sequence.items().isEmpty() ? "" : line).append(']');
    }

    private void write(Mapping mapping, String line) {
        var separator = "";
        out.append('{');
        for (var entry : mapping.entries().entrySet()) {
            out.append(separator).append(line).append(INDENT);
            out.append('"').append(key(entry.getKey())).append("\": ");
            write(entry.getValue(), line + INDENT);
            separator = ",";
        }
        out.append(mapping.entries().isEmpty() ? "" : line).append('}');
    }

    /** Keys are names of ours or of HTTP headers, and the collector replaces nothing in them. */
    private static String key(String name) {
        return quoted(name);
    }

    private static String escaped(String text) {
        return quoted(text.replace("$", "$$"));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(point -> append(quoted, point));
        return quoted.toString();
    }

    private static void append(StringBuilder quoted, int point) {
        if (point == '"' || point == '\\') {
            quoted.append('\\').appendCodePoint(point);
        } else if (Character.getType(point) == Character.SURROGATE) {
            // Half a character is none, and UTF-8 cannot say it.
            quoted.append("\\ufffd");
        } else if (plain(point)) {
            quoted.appendCodePoint(point);
        } else {
            quoted.append("\\u").append(HexFormat.of().toHexDigits((char) point));
        }
    }

    /**
     * What YAML lets stand between quotes and does not fold. The rest lies in the plane that four
     * digits reach; beyond it JSON's pairs of escapes would be two broken characters to YAML.
     */
    private static boolean plain(int point) {
        if (point <= 0xa0) {
            return point >= ' ' && point < 0x7f;
        }
        return point != '\u2028'
                && point != '\u2029'
                && point != '\ufeff'
                && point != '\ufffe'
                && point != '\uffff';
    }
}
