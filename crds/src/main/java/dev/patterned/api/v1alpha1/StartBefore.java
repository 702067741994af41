package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a sidecar starts before. */
public enum StartBefore {
    /** Before the waits. */
    @JsonProperty("Dependencies")
    DEPENDENCIES,
    /** After the waits and init containers. */
    @JsonProperty("Main")
    MAIN
}
