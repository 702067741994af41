package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy;
import org.jspecify.annotations.Nullable;

/** Options of a DaemonSet, as apps/v1 has them. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DaemonSetOptions(
        @JsonPropertyDescription("How old Pods are replaced by new ones.")
                @Nullable DaemonSetUpdateStrategy updateStrategy,
        @JsonPropertyDescription("Seconds that a Pod must be ready before it counts as available.")
                @Min(0)
                @Nullable Integer minReadySeconds) {}
