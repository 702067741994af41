package dev.patterned.operator.plan.collector;

import dev.patterned.operator.model.LogAdapter.Format;
import dev.patterned.operator.model.LogAdapter.Schema;
import dev.patterned.operator.model.TimeLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives what {@link Operators} found its place in the schema, in the collector's own language for
 * that. No user's text is in it.
 *
 * @see <a
 *     href="https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/pkg/ottl">OTTL</a>
 */
final class Statements {
    /** The version of ECS whose names these are. */
    static final String ECS_VERSION = "8.17.0";

    private static final String PARSED = attribute(Operators.PARSED);
    private static final String FOUND_TIME = attribute(TimeOperators.FOUND);
    private static final String OWN = "cache[\"own\"]";
    private static final List<String> LEVELS = List.of("level", "log.level", "severity", "lvl");
    private static final List<String> MESSAGES = List.of("message", "msg");
    private static final List<String> LOGGERS = List.of("logger", "log.logger", "logger_name");

    private final List<String> statements = new ArrayList<>();

    private Statements() {}

    static List<String> of(Format format, Schema schema) {
        var made = new Statements();
        if (format instanceof Format.Logfmt) {
            // "=x" has no key: the engine makes one of no characters, which nobody could read out.
            made.add(
                    "delete_key(attributes, \"%s\") where %s != nil"
                            .formatted(Operators.PARSED, parsed("")));
        }
        made.add(
                "set(%s, true) where %s == nil"
                        .formatted(attribute(Field.PARSE_ERROR, schema), PARSED));
        switch (format) {
            case Format.Apache(), Format.Nginx() -> made.server(schema);
            case Format.Json(var time) -> made.pairs(time, schema);
            case Format.Logfmt(var time) -> made.pairs(time, schema);
            case Format.Regex(_, var time) -> made.groups(time, schema);
            case Format.Plain(var time) -> made.text(time, schema);
        }
        if (schema == Schema.ECS) {
            made.add(
                    "set(%s, \"%s\")".formatted(attribute(Field.ECS_VERSION, schema), ECS_VERSION));
        }
        made.own(schema);
        return made.statements;
    }

    /** Makes a record one map without maps in it; what says who wrote it, a line cannot say. */
    static List<String> flat() {
        // The zeros are Go's own notation, which passes through; a directive would cut them off.
        var time = "FormatTime(%s, \"%%Y-%%m-%%dT%%H:%%M:%%S.000000Z\")";
        return List.of(
                "merge_maps(attributes, resource.attributes, \"upsert\")",
                "set(attributes[\"message\"], body)",
                "delete_key(attributes, \"log.level\")",
                "set(attributes[\"log.level\"], severity_text) where severity_text != \"\"",
                "set(attributes[\"@timestamp\"], %s) where time_unix_nano > 0"
                        .formatted(time.formatted("time")),
                "set(attributes[\"@timestamp\"], %s) where time_unix_nano == 0"
                        .formatted(time.formatted("observed_time")),
                "flatten(attributes)",
                "set(body, attributes)");
    }

    private void server(Schema schema) {
        wrongTime(parsed("time"), schema);
        move(parsed("level"), "cache[\"level\"]");
        var request = attribute(Operators.REQUEST);
        for (var field : Field.ofGroups()) {
            switch (field) {
                case METHOD, PATH, QUERY, VERSION ->
                        take(field, request + "[\"" + field.group() + "\"]", "", schema);
                case REQUEST -> {
                    take(field, parsed(field.group()), request + " == nil", schema);
                    take(field, request + "[\"target\"]", "", schema);
                }
                default -> take(field, parsed(field.group()), "", schema);
            }
        }
        statements.addAll(Severity.ofLevel());
        statements.addAll(Severity.ofStatus(attribute(Field.STATUS, schema)));
        move(parsed("message"), "body");
    }

    private void pairs(Optional<TimeLayout> time, Schema schema) {
        add("flatten(%s)".formatted(PARSED));
        if (time.isPresent()) {
            wrongTime(FOUND_TIME, schema);
        }
        for (var key : TimeOperators.KEYS) {
            add(
                    "delete_key(%s, \"%s\") where time_unix_nano > 0 and %s == %s"
                            .formatted(PARSED, key, parsed(key), FOUND_TIME));
        }
        lift(LEVELS, "cache[\"level\"]");
        lift(LOGGERS, attribute(Field.LOGGER, schema));
        lift(MESSAGES, "body");
        statements.addAll(Severity.ofLevel());
        keep();
    }

    private void groups(Optional<TimeLayout> time, Schema schema) {
        if (time.isPresent()) {
            wrongTime(parsed("time"), schema);
        }
        add("delete_key(%s, \"time\") where time_unix_nano > 0".formatted(PARSED));
        lift(List.of("level"), "cache[\"level\"]");
        for (var field : Field.ofGroups()) {
            take(field, parsed(field.group()), "", schema);
            add("delete_key(%s, \"%s\")".formatted(PARSED, field.group()));
        }
        lift(List.of("message"), "body");
        statements.addAll(Severity.ofLevel());
        statements.addAll(Severity.ofStatus(attribute(Field.STATUS, schema)));
        keep();
    }

    private void text(Optional<TimeLayout> time, Schema schema) {
        if (time.isPresent()) {
            wrongTime(parsed("time"), schema);
        }
        move(parsed("level"), "cache[\"level\"]");
        statements.addAll(Severity.ofLevel());
        // What looks like a time and is none stays where it is.
        add(
                "set(body, %s) where %s and (%s == \"\" or time_unix_nano > 0)"
                        .formatted(parsed("message"), there(parsed("message")), parsed("time")));
    }

    /** A time that is no time: the line has not parsed as a whole. */
    private void wrongTime(String text, Schema schema) {
        add(
                "set(%s, true) where %s and time_unix_nano == 0"
                        .formatted(attribute(Field.PARSE_ERROR, schema), there(text)));
    }

    private void take(Field field, String from, String when, Schema schema) {
        add(
                "set(%s, %s) where %s and %s != \"-\"%s"
                        .formatted(
                                attribute(field, schema),
                                field.number() ? "Int(" + from + ")" : from,
                                there(from),
                                from,
                                when.isEmpty() ? "" : " and " + when));
    }

    private void move(String from, String to) {
        add("set(%s, %s) where %s".formatted(to, from, there(from)));
    }

    /** The first of some keys; then it is not one of main's own any more. */
    private void lift(List<String> keys, String to) {
        for (var key : keys.reversed()) {
            move(parsed(key), to);
        }
        for (var key : keys) {
            add("delete_key(%s, \"%s\") where %s == %s".formatted(PARSED, key, parsed(key), to));
        }
    }

    /** What is left are main's own keys. */
    private void keep() {
        add("set(%s, %s)".formatted(OWN, PARSED));
    }

    /** They stay as they are; where the schema has the same name for something else, it wins. */
    private void own(Schema schema) {
        for (var helper : List.of(Operators.PARSED, Operators.REQUEST, TimeOperators.FOUND)) {
            add("delete_key(attributes, \"%s\")".formatted(helper));
        }
        add("delete_key(%s, \"%s\")".formatted(OWN, Field.PARSE_ERROR.key(schema)));
        add("merge_maps(attributes, %s, \"insert\")".formatted(OWN));
    }

    private void add(String statement) {
        statements.add(statement);
    }

    private static String there(String value) {
        return "%s != nil and %s != \"\"".formatted(value, value);
    }

    private static String parsed(String key) {
        return PARSED + "[\"" + key + "\"]";
    }

    private static String attribute(Field field, Schema schema) {
        return attribute(field.key(schema));
    }

    private static String attribute(String key) {
        return "attributes[\"" + key + "\"]";
    }
}
