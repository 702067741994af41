package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a Job is. */
public enum JobState {
    /** It goes on. */
    @JsonProperty("Running")
    RUNNING,
    /** It is held. */
    @JsonProperty("Suspended")
    SUSPENDED,
    /** It has completed. */
    @JsonProperty("Succeeded")
    SUCCEEDED,
    /** It has failed. */
    @JsonProperty("Failed")
    FAILED
}
