package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens when a container of a Job fails. */
public enum JobRestartPolicy {
    /** A new Pod: each attempt keeps its logs. */
    @JsonProperty("Never")
    NEVER,
    /** The container starts again in its Pod. */
    @JsonProperty("OnFailure")
    ON_FAILURE
}
