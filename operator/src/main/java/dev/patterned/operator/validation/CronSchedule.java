package dev.patterned.operator.validation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The grammar of a schedule, as the CronJob controller reads it: five fields, or a descriptor.
 * Source: {@code ParseStandard} of github.com/robfig/cron/v3, and Kubernetes' refusal of time zones
 * inside a schedule.
 */
final class CronSchedule {
    private static final Set<String> DESCRIPTORS =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");

    /** A Go duration of at least one unit. */
    private static final Pattern EVERY =
            Pattern.compile("@every ([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+");

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final List<String> DAYS =
            List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private record Field(String name, int least, int most, List<String> words) {}

    private static final List<Field> FIELDS =
            List.of(
                    new Field("minute", 0, 59, List.of()),
                    new Field("hour", 0, 23, List.of()),
                    new Field("day of the month", 1, 31, List.of()),
                    new Field("month", 1, 12, MONTHS),
                    new Field("day of the week", 0, 6, DAYS));

    private CronSchedule() {}

    /** What is wrong with a schedule, with the fix; empty where nothing is. */
    static Optional<String> problem(String schedule) {
        if (schedule.contains("TZ")) {
            return Optional.of("a time zone belongs into timeZone: move it there");
        }
        if (schedule.startsWith("@")) {
            return DESCRIPTORS.contains(schedule) || EVERY.matcher(schedule).matches()
                    ? Optional.empty()
                    : Optional.of(
                            "\"%s\" is no descriptor: use @hourly, @daily, @weekly, @monthly, @yearly or @every 90m"
                                    .formatted(schedule));
        }
        var fields = schedule.strip().split("\\s+", -1);
        if (fields.length != FIELDS.size()) {
            return Optional.of(
                    "\"%s\" has %d fields: say five (minute, hour, day of the month, month, day of the week)"
                            .formatted(schedule, fields.length));
        }
        for (var place = 0; place < fields.length; place++) {
            var field = FIELDS.get(place);
            for (var part : fields[place].split(",", -1)) {
                if (!fits(part, field)) {
                    return Optional.of(
                            "\"%s\" is no %s: use %d to %d, a range such as %d-%d, a step such as */2, or *"
                                    .formatted(
                                            part,
                                            field.name(),
                                            field.least(),
                                            field.most(),
                                            field.least(),
                                            field.least() + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String part, Field field) {
        var stepped = part.split("/", -1);
        if (stepped.length > 2 || (stepped.length == 2 && number(stepped[1]) < 1)) {
            return false;
        }
        if (stepped[0].equals("*") || stepped[0].equals("?")) {
            return true;
        }
        var range = stepped[0].split("-", -1);
        if (range.length > 2) {
            return false;
        }
        var from = value(range[0], field);
        var until = range.length == 2 ? value(range[1], field) : field.most();
        return from >= field.least() && until <= field.most() && from <= until;
    }

    private static int value(String text, Field field) {
        var word = field.words().indexOf(text.toLowerCase(Locale.ROOT));
        return word < 0 ? number(text) : word + field.least();
    }

    /** -1 where it is none. */
    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }
}
