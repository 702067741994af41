package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a log directory lives. */
public enum LogMedium {
    /** In memory (tmpfs), counted against the containers' limits. */
    @JsonProperty("Memory")
    MEMORY
}
