package dev.patterned.operator.plan.collector;

import static dev.patterned.operator.plan.collector.Setting.mapping;

import dev.patterned.operator.model.TimeLayout;
import dev.patterned.operator.plan.collector.Setting.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a record's time out of what was found. Without a zone, it is UTC. */
final class TimeOperators {
    /** Where the text of the time stands that is looked for in several keys. */
    static final String FOUND = "time";

    // In the notation of Go's package time, which takes a fraction after the seconds by itself.
    static final String ACCESS_LAYOUT = "02/Jan/2006:15:04:05 -0700";
    static final String APACHE_ERROR_LAYOUT = "Mon Jan _2 15:04:05 2006";
    static final String NGINX_ERROR_LAYOUT = "2006/01/02 15:04:05";

    /** Where programs write their time, the likeliest first. */
    static final List<String> KEYS = List.of("time", "timestamp", "@timestamp", "ts");

    private static final String IN_GROUP = "attributes.parsed.time";
    private static final String IN_KEYS = "attributes." + FOUND;

    private TimeOperators() {}

    /** A web server's own, told by a group that only this kind of line has. */
    static Mapping server(String group, String layout) {
        return parser(IN_GROUP, "gotime", layout)
                .with("if", "attributes.parsed?." + group + " != nil");
    }

    /** The group {@code time}, where the pattern has one. */
    static List<Setting> ofGroup(Optional<TimeLayout> layout) {
        return layout.map(given -> List.<Setting>of(given(IN_GROUP, given)))
                .orElseGet(() -> iso8601(IN_GROUP));
    }

    /** The first of the usual keys. */
    static List<Setting> ofOwnKeys(Optional<TimeLayout> layout) {
        var operators = new ArrayList<Setting>();
        for (var key : KEYS) {
            operators.add(
                    mapping()
                            .with("type", "copy")
                            .with(
                                    "if",
                                    "attributes.time == nil and attributes.parsed?.[\"%s\"] != nil"
                                            .formatted(key))
                            .with("from", "attributes.parsed[\"%s\"]".formatted(key))
                            .with("to", IN_KEYS));
        }
        layout.ifPresentOrElse(
                given -> operators.add(given(IN_KEYS, given)),
                () -> {
                    operators.addAll(iso8601(IN_KEYS));
                    operators.addAll(epoch());
                });
        return operators;
    }

    private static Mapping given(String from, TimeLayout layout) {
        return parser(from, "strptime", layout.text()).with("if", isText(from));
    }

    private static List<Setting> iso8601(String from) {
        var operators = new ArrayList<Setting>();
        for (var between : List.of("T", " ")) {
            operators.add(iso8601(from, between, "", ""));
            operators.add(iso8601(from, between, "Z07:00", "(Z|[+-]\\d{2}:\\d{2})"));
            operators.add(iso8601(from, between, "-0700", "[+-]\\d{4}"));
        }
        return operators;
    }

    private static Mapping iso8601(String from, String between, String zone, String zonePattern) {
        var pattern =
                "^\\d{4}-\\d{2}-\\d{2}%s\\d{2}:\\d{2}:\\d{2}([.,]\\d+)?%s$"
                        .formatted(between, zonePattern);
        return parser(from, "gotime", "2006-01-02" + between + "15:04:05" + zone)
                // Back-quotes, between which the condition's language knows no escapes.
                .with("if", isText(from) + " and " + safe(from) + " matches `" + pattern + "`");
    }

    /** Numbers since 1970, whose size tells the unit: seconds reach 1e11 in the year 5138. */
    private static List<Setting> epoch() {
        var whole = "type(attributes.time) == \"int\" and ";
        return List.of(
                parser(IN_KEYS, "epoch", "s.ns")
                        .with(
                                "if",
                                "type(attributes.time) == \"float\" and attributes.time < 1e11"),
                parser(IN_KEYS, "epoch", "s").with("if", whole + "attributes.time < 1e11"),
                parser(IN_KEYS, "epoch", "ms")
                        .with("if", whole + "attributes.time >= 1e11 and attributes.time < 1e14"),
                parser(IN_KEYS, "epoch", "us")
                        .with("if", whole + "attributes.time >= 1e14 and attributes.time < 1e17"),
                parser(IN_KEYS, "epoch", "ns").with("if", whole + "attributes.time >= 1e17"));
    }

    private static String isText(String field) {
        return "type(" + safe(field) + ") == \"string\"";
    }

    private static String safe(String field) {
        return field.replace("parsed.", "parsed?.");
    }

    private static Mapping parser(String from, String type, String layout) {
        var parser =
                mapping()
                        .with("type", "time_parser")
                        .with("parse_from", from)
                        .with("layout_type", type)
                        .with("layout", layout)
                        .with("on_error", "send_quiet");
        return type.equals("epoch") ? parser : parser.with("location", "UTC");
    }
}
