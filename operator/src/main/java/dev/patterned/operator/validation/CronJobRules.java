package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.CronJobOptions;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A CronJob's schedule and time zone, and what it runs. */
final class CronJobRules {
    private static final String PATH = "spec.workload.cronJob";

    private CronJobRules() {}

    static void check(Subject subject, @Nullable CronJobOptions options, Problems problems) {
        if (options == null) {
            return;
        }
        CronSchedule.problem(options.schedule())
                .ifPresent(
                        problem -> problems.error("ScheduleInvalid", PATH + ".schedule", problem));
        var zone = options.timeZone();
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.error(
                    "TimeZoneUnknown",
                    PATH + ".timeZone",
                    "\"%s\" is no time zone of the IANA database: use a name such as Europe/Berlin or Etc/UTC"
                            .formatted(zone));
        }
        JobRules.check(subject, PATH + ".job", options.job(), problems);
    }
}
