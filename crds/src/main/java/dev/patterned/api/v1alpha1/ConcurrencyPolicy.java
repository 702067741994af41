package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens when a run is due and the last one still goes on. */
public enum ConcurrencyPolicy {
    /** Both run. */
    @JsonProperty("Allow")
    ALLOW,
    /** The new one is left out. */
    @JsonProperty("Forbid")
    FORBID,
    /** The old one is ended. */
    @JsonProperty("Replace")
    REPLACE
}
