package dev.patterned.operator.observe;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How text of others goes into our sentences. */
public final class Wording {
    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Wording() {}

    /** On one line, without control characters, at most {@code max} UTF-16 units long. */
    public static String line(@Nullable String text, int max) {
        return text == null ? "" : cut(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), max);
    }

    /** The last line that says something, as {@link #line}. */
    public static String lastLine(@Nullable String text, int max) {
        var said = text == null ? "" : text.strip();
        return line(said.substring(said.lastIndexOf('\n') + 1), max);
    }

    /** At most {@code max} UTF-16 units long; a cut shows as an ellipsis and splits no pair. */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        var end = max - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }

    /** At most {@code max} bytes long in UTF-8, as where a server counts bytes. */
    public static String cutBytes(String text, int max) {
        var cut = cut(text, max);
        while (cut.getBytes(StandardCharsets.UTF_8).length > max) {
            // One unit may take three bytes: a third of what is too much can always go at once.
            var over = cut.getBytes(StandardCharsets.UTF_8).length - max;
            cut = cut(cut, cut.length() - Math.max(1, over / 3));
        }
        return cut;
    }

    /**
     * The end of a text on one line, at most {@code max} UTF-16 units: the end of a chain of
     * wrapped errors says what happened, its beginning only who passed it on.
     */
    public static String tail(@Nullable String text, int max) {
        var line = line(text, Integer.MAX_VALUE);
        if (line.length() <= max) {
            return line;
        }
        var begin = line.length() - max + 1;
        return "…"
                + line.substring(Character.isLowSurrogate(line.charAt(begin)) ? begin + 1 : begin);
    }

    /** The instant that a timestamp names; empty for none and for nonsense. */
    public static Optional<Instant> instant(@Nullable String timestamp) {
        if (timestamp == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(timestamp));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /**
     * {@code since 10:15:04Z}, or nothing. A time and not an age: an age would change the status in
     * every pass.
     */
    public static Optional<String> since(@Nullable String timestamp) {
        return instant(timestamp).map(it -> "since " + TIME_OF_DAY.format(it));
    }
}
