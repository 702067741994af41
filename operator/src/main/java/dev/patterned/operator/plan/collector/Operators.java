package dev.patterned.operator.plan.collector;

import static dev.patterned.operator.plan.collector.Setting.mapping;

import dev.patterned.operator.model.LogAdapter.Format;
import dev.patterned.operator.plan.collector.Setting.Mapping;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes lines apart. What a format finds in a line is in the map {@link #PARSED}; a line that it
 * does not fit has no such map, and goes on as it is.
 */
final class Operators {
    static final String PARSED = "parsed";
    static final String REQUEST = "request";

    /** Neither stops the line nor writes a line of its own about it. */
    private static final String QUIETLY = "send_quiet";

    private Operators() {}

    static List<Setting> of(Format format) {
        return switch (format) {
            case Format.Apache() ->
                    server(ServerLines.APACHE_ERROR, TimeOperators.APACHE_ERROR_LAYOUT);
            case Format.Nginx() ->
                    server(ServerLines.NGINX_ERROR, TimeOperators.NGINX_ERROR_LAYOUT);
            case Format.Json(var time) ->
                    list(
                            parser("json_parser").with("parse_ints", true),
                            TimeOperators.ofOwnKeys(time));
            case Format.Logfmt(var time) ->
                    list(
                            parser("key_value_parser").with("delimiter", "="),
                            TimeOperators.ofOwnKeys(time));
            case Format.Regex(var pattern, var time) ->
                    list(regex(pattern), TimeOperators.ofGroup(time));
            case Format.Plain(var time) ->
                    list(regex(TextLines.pattern(time)), TimeOperators.ofGroup(time));
        };
    }

    private static List<Setting> server(String errorPattern, String errorLayout) {
        return List.of(
                regex(ServerLines.ACCESS),
                regex(errorPattern).with("if", "attributes.parsed == nil"),
                mapping()
                        .with("type", "regex_parser")
                        .with("if", "(attributes.parsed?.request ?? \"\") != \"\"")
                        .with("parse_from", "attributes.parsed.request")
                        .with("parse_to", "attributes." + REQUEST)
                        .with("on_error", QUIETLY)
                        .with("regex", ServerLines.REQUEST),
                TimeOperators.server("status", TimeOperators.ACCESS_LAYOUT),
                TimeOperators.server("level", errorLayout));
    }

    private static Mapping regex(String pattern) {
        return parser("regex_parser").with("regex", pattern);
    }

    private static Mapping parser(String type) {
        return mapping()
                .with("type", type)
                .with("parse_to", "attributes." + PARSED)
                .with("on_error", QUIETLY);
    }

    private static List<Setting> list(Mapping parser, List<Setting> times) {
        return Stream.concat(Stream.of(parser), times.stream()).toList();
    }
}
