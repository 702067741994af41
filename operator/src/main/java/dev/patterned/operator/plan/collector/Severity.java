package dev.patterned.operator.plan.collector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One scale for every program's levels: its six names are {@code log.level}, its numbers those of
 * OpenTelemetry's log data model, where the finer levels of syslog have places of their own.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/logs/data-model-appendix/#appendix-b-severitynumber-example-mappings">the
 *     mapping of syslog's levels</a>
 */
enum Severity {
    // The numbers are pino's and bunyan's.
    TRACE("TRACE", 1, "trace[1-8]?|finest|10"),
    DEBUG("DEBUG", 5, "debug|dbg|fine|finer|20"),
    INFO("INFO", 9, "info|information|informational|config|30"),
    NOTICE("INFO", 10, "notice"),
    WARN("WARN", 13, "warn|warning|40"),
    ERROR("ERROR", 17, "err|error|severe|50"),
    CRITICAL("ERROR", 18, "crit|critical"),
    ALERT("ERROR", 19, "alert"),
    FATAL("FATAL", 21, "fatal|panic|dpanic|emerg|emergency|60");

    private static final String LEVEL = "cache[\"level\"]";

    private final String text;
    private final int number;
    private final String names;

    Severity(String text, int number, String names) {
        this.text = text;
        this.number = number;
        this.names = names;
    }

    /** Statements that read a level's name; one that is none of ours stays, in capitals. */
    static List<String> ofLevel() {
        var statements = new ArrayList<String>();
        statements.add(
                "set(severity_text, ConvertCase(String(%1$s), \"upper\")) where %1$s != nil and %1$s != \"\""
                        .formatted(LEVEL));
        for (var severity : values()) {
            statements.add(
                    "set(severity_number, %d) where IsMatch(%s, \"(?i)^(?:%s)$\")"
                            .formatted(severity.number, LEVEL, severity.names));
        }
        for (var severity : values()) {
            statements.add(
                    "set(severity_text, \"%s\") where severity_number == %d"
                            .formatted(severity.text, severity.number));
        }
        return statements;
    }

    /** Statements that judge a response: the client's errors are warnings, the server's errors. */
    static List<String> ofStatus(String status) {
        var there = "IsInt(%s)".formatted(status);
        return Stream.of(
                        INFO.set(there + " and " + status + " < 400"),
                        WARN.set(there + " and " + status + " >= 400 and " + status + " < 500"),
                        ERROR.set(there + " and " + status + " >= 500"))
                .flatMap(statements -> statements)
                .toList();
    }

    private Stream<String> set(String when) {
        return Stream.of(
                "set(severity_number, %d) where %s".formatted(number, when),
                "set(severity_text, \"%s\") where %s".formatted(text, when));
    }
}
