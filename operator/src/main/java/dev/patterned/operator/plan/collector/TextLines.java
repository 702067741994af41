package dev.patterned.operator.plan.collector;

import dev.patterned.operator.model.TimeLayout;
import java.util.Optional;

/** What text begins with: perhaps a time, perhaps a level in capitals. */
final class TextLines {
    /** ISO 8601 as programs write it: a blank for the T, a comma for the point. */
    static final String ISO_8601 =
            "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})?";

    /** Capitals only: "Error opening the file" is a sentence. */
    private static final String LEVEL_AND_REST =
            "(?:\\[?(?P<level>TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|ERR|SEVERE|CRIT|CRITICAL|ALERT|EMERG|FATAL|PANIC)\\]?:?(?:\\s+|$))?"
                    + "(?P<message>.*)$";

    private TextLines() {}

    /** A given layout must be there, or the record does not parse; any text is text. */
    static String pattern(Optional<TimeLayout> time) {
        return "(?s)^"
                + time.map(layout -> "(?P<time>" + layout.pattern() + ")\\s*")
                        .orElse("(?:\\[?(?P<time>" + ISO_8601 + ")\\]?\\s+)?")
                + LEVEL_AND_REST;
    }
}
