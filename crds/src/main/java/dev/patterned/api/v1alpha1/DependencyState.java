package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a wait stands. */
public enum DependencyState {
    /** No Pod has come to it yet. */
    @JsonProperty("Unknown")
    UNKNOWN,
    /** At least one Pod waits for it. */
    @JsonProperty("Waiting")
    WAITING,
    /** Its last run ended without it, and it is tried again. */
    @JsonProperty("Failed")
    FAILED,
    /** Every Pod has passed it. */
    @JsonProperty("Satisfied")
    SATISFIED,
    /** Satisfied or not, the provided Service belongs to somebody else. */
    @JsonProperty("Foreign")
    FOREIGN
}
