package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import org.jspecify.annotations.Nullable;

/** Options of a Deployment, as apps/v1 has them. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value =
                "!has(self.progressDeadlineSeconds) || !has(self.minReadySeconds) || self.progressDeadlineSeconds > self.minReadySeconds",
        message =
                "progressDeadlineSeconds must be greater than minReadySeconds: raise it or leave it out",
        fieldPath = ".progressDeadlineSeconds")
public record DeploymentOptions(
        @JsonPropertyDescription("How old Pods are replaced by new ones.")
                @Nullable DeploymentStrategy strategy,
        @JsonPropertyDescription("Seconds that a Pod must be ready before it counts as available.")
                @Min(0)
                @Nullable Integer minReadySeconds,
        @JsonPropertyDescription("How many old ReplicaSets stay.") @Min(0)
                @Nullable Integer revisionHistoryLimit,
        @JsonPropertyDescription(
                        "Seconds without progress after which the rollout counts as failed; by default long enough for all waits.")
                @Min(1)
                @Nullable Integer progressDeadlineSeconds) {}
