package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicy;
import io.fabric8.kubernetes.api.model.batch.v1.SuccessPolicy;
import org.jspecify.annotations.Nullable;

/** Options of a Job, as batch/v1 has them; the rules are those of its validation. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = JobRules.INDEXED_HAS_COMPLETIONS,
        message = "completionMode Indexed needs completions: say how many indexes there are",
        fieldPath = ".completions")
@ValidationRule(
        value = JobRules.INDEXED_FIELDS,
        message =
                "backoffLimitPerIndex, maxFailedIndexes and successPolicy need completionMode: Indexed; set it, or leave them out",
        fieldPath = ".completionMode")
@ValidationRule(
        value = "!has(self.maxFailedIndexes) || has(self.backoffLimitPerIndex)",
        message =
                "maxFailedIndexes needs backoffLimitPerIndex: add it, or leave maxFailedIndexes out",
        fieldPath = ".maxFailedIndexes")
@ValidationRule(
        value = JobRules.FAILURE_POLICY_NEVER_RESTARTS,
        message =
                "podFailurePolicy looks at Pods that failed, and needs restartPolicy: Never; leave out one of the two",
        fieldPath = ".restartPolicy")
@ValidationRule(
        value = JobRules.FAILURE_POLICY_REPLACES_FAILED,
        message =
                "podFailurePolicy needs podReplacementPolicy: Failed, which is its default; leave podReplacementPolicy out",
        fieldPath = ".podReplacementPolicy")
public record JobOptions(
        @JsonPropertyDescription("How many Pods must succeed.") @Min(0)
                @Nullable Integer completions,
        @JsonPropertyDescription("How many Pods run at once.") @Min(0)
                @Nullable Integer parallelism,
        @JsonPropertyDescription("How completions are counted.")
                @Nullable CompletionMode completionMode,
        @JsonPropertyDescription("Failures after which the Job has failed.") @Min(0)
                @Nullable Integer backoffLimit,
        @JsonPropertyDescription("Failures after which an index has failed.") @Min(0)
                @Nullable Integer backoffLimitPerIndex,
        @JsonPropertyDescription("Failed indexes after which the Job has failed.")
                @Min(0)
                @Max(100000)
                @Nullable Integer maxFailedIndexes,
        @JsonPropertyDescription("What a failed Pod means, by exit code or condition.")
                @Nullable PodFailurePolicy podFailurePolicy,
        @JsonPropertyDescription("Which indexes suffice.") @Nullable SuccessPolicy successPolicy,
        @JsonPropertyDescription("When a Pod that is going is replaced.")
                @Nullable PodReplacementPolicy podReplacementPolicy,
        @JsonPropertyDescription("Seconds after which the Job has failed, waits included.") @Min(0)
                @Nullable Long activeDeadlineSeconds,
        @JsonPropertyDescription(
                        "Seconds after its end when the Job is deleted; it is not run again.")
                @Min(0)
                @Nullable Integer ttlSecondsAfterFinished,
        @JsonPropertyDescription("Holds the Job: it has no Pods until this is false.")
                @Nullable Boolean suspend,
        @JsonPropertyDescription(
                        "Whether a failed container starts again in its Pod, or the Job makes a new Pod.")
                @Default("Never")
                @Nullable JobRestartPolicy restartPolicy) {}
