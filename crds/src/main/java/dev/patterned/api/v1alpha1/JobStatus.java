package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** The Job of an app, the last one of a CronJob's; it stays here when the Job is deleted. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JobStatus(
        @JsonPropertyDescription("Name of the Job.") @Size(max = 253) @Nullable String name,
        @JsonPropertyDescription("How it is.") @Nullable JobState state,
        @JsonPropertyDescription("Pods that run; for a CronJob, Jobs that run.")
                @Nullable Integer active,
        @JsonPropertyDescription("Pods that succeeded.") @Nullable Integer succeeded,
        @JsonPropertyDescription("Pods that failed.") @Nullable Integer failed,
        @JsonPropertyDescription("When it started.") @Size(max = 64) @Nullable String startTime,
        @JsonPropertyDescription("When it ended.") @Size(max = 64) @Nullable String endTime,
        @JsonPropertyDescription("Generation of the spec that it last was right for.")
                @Nullable Long generation,
        @JsonPropertyDescription("Stamp of the Job: one that succeeded is not made again.")
                @Size(max = 63)
                @Nullable String stamp) {}
