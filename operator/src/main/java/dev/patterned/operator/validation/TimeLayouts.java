package dev.patterned.operator.validation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Layouts of times as the collector reads them: directives of strptime, of which it knows some of
 * its own meaning (OpenTelemetry Collector Contrib, package ctimefmt).
 */
final class TimeLayouts {
    private static final Pattern DIRECTIVE = Pattern.compile("%(.?)", Pattern.DOTALL);
    private static final String OF_TIME = "YymoqbhBdegaAHlIpPMSLfsZzwijkDxFTXrRc";
    private static final String OF_TEXT = "nt%";
    private static final Pattern FRACTION = Pattern.compile("(^|[^.,])%[Lfs]");

    private TimeLayouts() {}

    /** What is wrong with a layout, and the fix. */
    static Optional<String> problem(String layout) {
        var times = 0;
        var matcher = DIRECTIVE.matcher(layout);
        while (matcher.find()) {
            var letter = matcher.group(1);
            if (letter.isEmpty() || !(OF_TIME + OF_TEXT).contains(letter)) {
                return Optional.of(
                        "\"%s\" is no directive of a time layout: write %%Y %%m %%d %%H %%M %%S and the like, and %%%% for a percent sign"
                                .formatted(matcher.group()));
            }
            times += OF_TIME.contains(letter) ? 1 : 0;
        }
        if (times == 0) {
            return Optional.of(
                    "\"%s\" has no directive such as %%Y: it would parse nothing; write for example %%Y-%%m-%%d %%H:%%M:%%S"
                            .formatted(layout));
        }
        if (FRACTION.matcher(layout).find()) {
            return Optional.of(
                    "\"%s\": a fraction of a second (%%L, %%f, %%s) is read only after a dot or comma"
                            .formatted(layout));
        }
        if (DIRECTIVE.matcher(layout).replaceAll("").chars().anyMatch(Character::isDigit)) {
            return Optional.of(
                    "\"%s\" has digits outside of directives, which cannot be told from a time's: write a directive for them"
                            .formatted(layout));
        }
        return Optional.empty();
    }
}
