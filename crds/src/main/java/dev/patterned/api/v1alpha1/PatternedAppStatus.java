package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was seen. Written by the operator only, once a pass and only when it changed. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PatternedAppStatus(
        @JsonPropertyDescription(
                        "Generation of the spec that this status speaks of; -1 until the operator has looked.")
                @Min(-1)
                @Nullable Long observedGeneration,
        @JsonPropertyDescription("Accepted, Ready and what else applies.") @Size(max = 16)
                List<Condition> conditions,
        @JsonPropertyDescription("The workload.") @Nullable WorkloadReference workload,
        @JsonPropertyDescription("The Job, or the last one of a CronJob.") @Nullable JobStatus job,
        @JsonPropertyDescription("Pods that exist.") @Nullable Integer replicas,
        @JsonPropertyDescription("Pods that are ready.") @Nullable Integer readyReplicas,
        @JsonPropertyDescription("Pods of the newest template.") @Nullable Integer updatedReplicas,
        @JsonPropertyDescription("Label selector of the Pods, for the scale subresource.")
                @Size(max = 1024)
                @Nullable String selector,
        @JsonPropertyDescription("One row a helper.") @Size(max = 64) List<HelperStatus> helpers,
        @JsonPropertyDescription("One row a wait.") @Size(max = 32)
                List<DependencyStatus> dependencies,
        @JsonPropertyDescription("Services that this app owns or uses.") @Size(max = 64)
                List<@Size(max = 63) String> services) {
    /** An absent list or map reads as an empty one. */
    public PatternedAppStatus {
        conditions = Absent.list(conditions);
        helpers = Absent.list(helpers);
        dependencies = Absent.list(dependencies);
        services = Absent.list(services);
    }
}
