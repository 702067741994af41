package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;

/** A claim that each Pod of a StatefulSet has for itself; it outlives the Pod. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClaimTemplate(
        @JsonPropertyDescription("Name, labels and annotations.") @Required ClaimMetadata metadata,
        @JsonPropertyDescription("What is claimed.") @Required PersistentVolumeClaimSpec spec) {}
