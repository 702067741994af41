package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a Job makes a new Pod for one that is going. */
public enum PodReplacementPolicy {
    /** As soon as it is being deleted. */
    @JsonProperty("TerminatingOrFailed")
    TERMINATING_OR_FAILED,
    /** When it is gone or has failed. */
    @JsonProperty("Failed")
    FAILED
}
