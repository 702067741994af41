package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import com.google.re2j.Pattern;
import dev.patterned.api.v1alpha1.HeaderFrom;
import dev.patterned.api.v1alpha1.LogFormat;
import dev.patterned.api.v1alpha1.LogFormatType;
import dev.patterned.api.v1alpha1.LogOutput;
import dev.patterned.api.v1alpha1.LogsAdapter;
import dev.patterned.operator.model.TimeLayout;
import dev.patterned.operator.validation.Subject.Located;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Adapters that read logs: files, format, time and output. */
final class LogsAdapterRules {
    private static final Set<LogFormatType> TIME_IS_KNOWN =
            Set.of(LogFormatType.APACHE, LogFormatType.NGINX);

    private static final java.util.regex.Pattern COMPRESSED =
            java.util.regex.Pattern.compile("\\.(7z|Z|br|bz2|gz|lz4|lzma|xz|zip|zst)$");

    private LogsAdapterRules() {}

    static void check(Subject subject, String path, LogsAdapter logs, Problems problems) {
        for (var file : located(path + ".files", logs.files())) {
            FilePatterns.check(file, problems);
            compressed(file, problems);
        }
        format(path + ".format", logs.format(), problems);
        var multiline = logs.multiline();
        if (multiline != null) {
            Expressions.check(path + ".multiline.firstLine", multiline.firstLine(), problems);
        }
        output(path + ".output", logs.output(), problems);
    }

    /** A pattern that only happens to match them leaves them out. */
    private static void compressed(Located<String> file, Problems problems) {
        if (COMPRESSED.matcher(file.value()).find()) {
            problems.warning(
                    "FilesCompressed",
                    file.path(),
                    "\"%s\" names compressed files, whose bytes are no lines: name the files that main writes; copies are read before they are compressed"
                            .formatted(file.value()));
        }
    }

    private static void format(String path, LogFormat format, Problems problems) {
        var regex = format.regex();
        if ((format.type() == LogFormatType.REGEX) != (regex != null)) {
            problems.error(
                    "RegexUnused",
                    path + ".regex",
                    regex == null
                            ? "is missing: type Regex needs regex.pattern"
                            : "belongs to type Regex, but the type is %s: set the type, or leave regex out"
                                    .formatted(Wire.of(format.type())));
        }
        if (regex != null) {
            Expressions.check(path + ".regex.pattern", regex.pattern(), problems)
                    .ifPresent(pattern -> groups(path, pattern, format, problems));
        }
        if (format.timeLayout() != null) {
            layout(path + ".timeLayout", format, format.timeLayout(), problems);
        }
    }

    private static void groups(String path, Pattern pattern, LogFormat format, Problems problems) {
        var groups = pattern.namedGroups().keySet();
        if (groups.isEmpty()) {
            problems.error(
                    "RegexWithoutGroups",
                    path + ".regex.pattern",
                    "has no named group, so that nothing would become of a match: name what is to be kept, such as (?P<message>.*)");
        } else if (format.timeLayout() != null && !groups.contains("time")) {
            problems.error(
                    "TimeMissing",
                    path + ".timeLayout",
                    "is for the group time, which the pattern does not have (there is: %s): add (?P<time>...), or leave timeLayout out"
                            .formatted(String.join(", ", groups.stream().sorted().toList())));
        }
    }

    private static void layout(String path, LogFormat format, String layout, Problems problems) {
        if (TIME_IS_KNOWN.contains(format.type())) {
            problems.error(
                    "TimeLayoutUnused",
                    path,
                    "%s writes its times in one way, which is known: leave timeLayout out"
                            .formatted(Wire.of(format.type())));
        } else {
            TimeLayout.problem(layout)
                    .ifPresent(problem ->
                            problems.error(
                                    "TimeLayoutInvalid",
                                    path,
                                    "\"%s\" would parse nothing: %s; write directives such as %%Y-%%m-%%d %%H:%%M:%%S"
                                            .formatted(layout, problem)));
        }
    }

    private static void output(String path, LogOutput output, Problems problems) {
        AdapterRules.one(
                path,
                "the output",
                List.of("stdout", "otlp"),
                Stream.of(output.stdout(), output.otlp()),
                problems);
        var otlp = output.otlp();
        if (otlp != null && Hosts.ofUrl(otlp.endpoint()).isEmpty()) {
            problems.error(
                    "UrlInvalid",
                    path + ".otlp.endpoint",
                    "\"%s\" must be an absolute URL such as http://collector:4318"
                            .formatted(otlp.endpoint()));
        }
        if (otlp != null) {
            headers(path + ".otlp.headersFrom", otlp.headersFrom(), problems);
        }
    }

    /** Names of headers are the same in any case (RFC 9110, section 5.1). */
    private static void headers(String path, List<HeaderFrom> headers, Problems problems) {
        var first = new HashMap<String, String>();
        for (var header : located(path, headers)) {
            var name = header.value().name().toLowerCase(Locale.ROOT);
            var other = first.putIfAbsent(name, header.path());
            if (other != null) {
                problems.error(
                        "HeaderTwice",
                        header.path() + ".name",
                        "\"%s\" is also the name of %s: leave one out"
                                .formatted(header.value().name(), other));
            }
        }
    }
}
