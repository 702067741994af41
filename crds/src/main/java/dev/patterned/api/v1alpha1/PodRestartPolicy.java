package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens when a container of a Pod ends. */
public enum PodRestartPolicy {
    /** It starts again. */
    @JsonProperty("Always")
    ALWAYS,
    /** It starts again if it failed. */
    @JsonProperty("OnFailure")
    ON_FAILURE,
    /** It stays ended. */
    @JsonProperty("Never")
    NEVER
}
