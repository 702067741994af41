package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** The workload that runs the Pods. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Workload(
        @JsonPropertyDescription("Kind of the workload.") @Default("Deployment")
                @Nullable WorkloadKind kind,
        @JsonPropertyDescription("Options of a Deployment.")
                @Nullable DeploymentOptions deployment) {}
