package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Options of a CronJob, as batch/v1 has them. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CronJobOptions(
        @JsonPropertyDescription(
                        "When it runs, such as 0 4 * * * (minute, hour, day of the month, month, day of the week) or @daily.")
                @Required
                @Size(min = 1, max = 253)
                String schedule,
        @JsonPropertyDescription(
                        "Time zone of the schedule, such as Europe/Berlin; the cluster's where absent.")
                @Size(min = 1, max = 63)
                @Nullable String timeZone,
        @JsonPropertyDescription("What happens when the last run still goes on.") @Default("Allow")
                @Nullable ConcurrencyPolicy concurrencyPolicy,
        @JsonPropertyDescription("Seconds that a run may start late.") @Min(0)
                @Nullable Long startingDeadlineSeconds,
        @JsonPropertyDescription("Starts no further runs.") @Nullable Boolean suspend,
        @JsonPropertyDescription("How many completed Jobs stay.") @Min(0)
                @Nullable Integer successfulJobsHistoryLimit,
        @JsonPropertyDescription("How many failed Jobs stay.") @Min(0)
                @Nullable Integer failedJobsHistoryLimit,
        @JsonPropertyDescription("Options of each run.") @Nullable JobOptions job) {}
