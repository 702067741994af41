package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import io.fabric8.kubernetes.api.model.apps.StatefulSetPersistentVolumeClaimRetentionPolicy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of a StatefulSet, as apps/v1 has them. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StatefulSetOptions(
        @JsonPropertyDescription(
                        "A headless Service of services that gives each Pod its DNS name; without it the operator makes one, named after the app with -pods behind.")
                @Size(min = 1, max = 63)
                @Pattern("^[a-z]([-a-z0-9]*[a-z0-9])?$")
                @Nullable String serviceName,
        @JsonPropertyDescription("In which order Pods come and go.") @Default("OrderedReady")
                @Nullable PodManagementPolicy podManagementPolicy,
        @JsonPropertyDescription("How old Pods are replaced by new ones.")
                @Nullable StatefulSetUpdateStrategy updateStrategy,
        @JsonPropertyDescription("A claim of its own for each Pod.") @Size(max = 16)
                List<ClaimTemplate> volumeClaimTemplates,
        @JsonPropertyDescription("What becomes of the claims.")
                @Nullable StatefulSetPersistentVolumeClaimRetentionPolicy
                        persistentVolumeClaimRetentionPolicy,
        @JsonPropertyDescription("Seconds that a Pod must be ready before it counts as available.")
                @Min(0)
                @Nullable Integer minReadySeconds,
        @JsonPropertyDescription("How Pods are numbered.") @Nullable StatefulSetOrdinals ordinals) {
    /** An absent list or map reads as an empty one. */
    public StatefulSetOptions {
        volumeClaimTemplates = Absent.list(volumeClaimTemplates);
    }
}
