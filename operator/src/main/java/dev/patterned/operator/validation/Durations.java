package dev.patterned.operator.validation;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Durations as the Gateway API writes them (GEP-2257): up to four numbers with a unit, such as
 * {@code 1m30s}.
 */
final class Durations {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5}(h|ms|m|s)){1,4}");
    private static final Pattern PART = Pattern.compile("([0-9]{1,5})(h|ms|m|s)");

    private Durations() {}

    static boolean valid(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    static Duration parse(String text) {
        if (!valid(text)) {
            throw new IllegalArgumentException(text);
        }
        var total = Duration.ZERO;
        var parts = PART.matcher(text);
        while (parts.find()) {
            var amount = Long.parseLong(parts.group(1));
            total =
                    total.plus(
                            switch (parts.group(2)) {
                                case "h" -> Duration.ofHours(amount);
                                case "m" -> Duration.ofMinutes(amount);
                                case "s" -> Duration.ofSeconds(amount);
                                default -> Duration.ofMillis(amount);
                            });
        }
        return total;
    }
}
