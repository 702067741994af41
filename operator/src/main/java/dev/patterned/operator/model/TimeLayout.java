package dev.patterned.operator.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How main writes the time, in the directives of {@code strptime(3)} as the OpenTelemetry Collector
 * knows them, such as {@code %Y-%m-%d %H:%M:%S.%L}.
 *
 * @param text has no {@link #problem}
 */
public record TimeLayout(String text) {
    private static final Pattern PART = Pattern.compile("%.?|[^%]+", Pattern.DOTALL);

    /** RE2 expressions by directive. */
    private static final Map<String, String> DIRECTIVES =
            Map.ofEntries(
                    Map.entry("%Y", "\\d{4}"),
                    Map.entry("%y", "\\d{2}"),
                    Map.entry("%m", "\\d{2}"),
                    Map.entry("%o", "[ \\d]\\d"),
                    Map.entry("%q", "\\d{1,2}"),
                    Map.entry("%b", "[A-Za-z]{3}"),
                    Map.entry("%h", "[A-Za-z]{3}"),
                    Map.entry("%B", "[A-Za-z]{3,9}"),
                    Map.entry("%d", "\\d{2}"),
                    Map.entry("%e", "[ \\d]\\d"),
                    Map.entry("%g", "\\d{1,2}"),
                    Map.entry("%a", "[A-Za-z]{3}"),
                    Map.entry("%A", "[A-Za-z]{6,9}"),
                    Map.entry("%H", "\\d{2}"),
                    Map.entry("%I", "\\d{2}"),
                    Map.entry("%l", "\\d{1,2}"),
                    Map.entry("%p", "[AP]M"),
                    Map.entry("%P", "[ap]m"),
                    Map.entry("%M", "\\d{2}"),
                    Map.entry("%S", "\\d{2}"),
                    Map.entry("%L", "\\d{1,9}"),
                    Map.entry("%f", "\\d{1,9}"),
                    Map.entry("%s", "\\d{1,9}"),
                    Map.entry("%Z", "[A-Z]{3,5}"),
                    Map.entry("%z", "(?:Z|[+-]\\d{4})"),
                    Map.entry("%i", "[+-]\\d{2}"),
                    Map.entry("%j", "[+-]\\d{2}:\\d{2}"),
                    Map.entry("%D", "\\d{2}/\\d{2}/\\d{4}"),
                    Map.entry("%x", "\\d{2}/\\d{2}/\\d{4}"),
                    Map.entry("%F", "\\d{4}-\\d{2}-\\d{2}"),
                    Map.entry("%T", "\\d{2}:\\d{2}:\\d{2}"),
                    Map.entry("%X", "\\d{2}:\\d{2}:\\d{2}"),
                    Map.entry("%R", "\\d{2}:\\d{2}"),
                    Map.entry("%t", "\t"),
                    Map.entry("%%", "%"),
                    Map.entry("%c", "[A-Za-z]{3} [A-Za-z]{3} \\d{2} \\d{2}:\\d{2}:\\d{2} \\d{4}"));

    private static final Set<String> DAYS = Set.of("%d", "%e", "%g", "%D", "%x", "%F", "%c");
    private static final Set<String> HOURS = Set.of("%H", "%I", "%l", "%T", "%X", "%R", "%c");
    private static final Set<String> FRACTIONS = Set.of("%L", "%f", "%s");

    /** What Go's time package, which parses in the end, takes for a part of a layout. */
    private static final Pattern READ_AS_TIME = Pattern.compile("[0-9]|Jan|Mon|MST|PM|pm");

    private static final Pattern SPECIAL = Pattern.compile("[\\\\.+*?()|\\[\\]{}^$]");

    /** Why a text is no layout that could ever parse a time; empty where it is one. */
    public static Optional<String> problem(String text) {
        var day = false;
        var hour = false;
        var before = "";
        var parts = PART.matcher(text);
        while (parts.find()) {
            var part = parts.group();
            if (!part.startsWith("%")) {
                var literal = READ_AS_TIME.matcher(part);
                if (literal.find()) {
                    return Optional.of(
                            "\"%s\" outside a directive would be read as a part of the time"
                                    .formatted(literal.group()));
                }
            } else if (!DIRECTIVES.containsKey(part)) {
                return Optional.of("\"%s\" is no directive".formatted(part));
            } else if (FRACTIONS.contains(part) && !before.endsWith(".") && !before.endsWith(",")) {
                return Optional.of("\"%s\" needs a point or a comma before it".formatted(part));
            }
            day |= DAYS.contains(part);
            hour |= HOURS.contains(part);
            before = part;
        }
        return day && hour
                ? Optional.empty()
                : Optional.of("it needs at least a day of the month and an hour");
    }

    /** The RE2 expression of what it parses, without groups that capture. */
    public String pattern() {
        var pattern = new StringBuilder();
        var parts = PART.matcher(text);
        while (parts.find()) {
            var part = parts.group();
            pattern.append(
                    part.startsWith("%")
                            ? DIRECTIVES.getOrDefault(part, "")
                            : SPECIAL.matcher(part).replaceAll("\\\\$0"));
        }
        return pattern.toString();
    }
}
