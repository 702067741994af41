package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which order the Pods of a StatefulSet come and go. */
public enum PodManagementPolicy {
    /** One after the other. */
    @JsonProperty("OrderedReady")
    ORDERED_READY,
    /** All at once. */
    @JsonProperty("Parallel")
    PARALLEL
}
