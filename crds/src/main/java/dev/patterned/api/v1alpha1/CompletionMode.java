package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the completions of a Job are counted. */
public enum CompletionMode {
    /** Any Pod that succeeds counts. */
    @JsonProperty("NonIndexed")
    NON_INDEXED,
    /** One Pod for each index. */
    @JsonProperty("Indexed")
    INDEXED
}
