package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a client stays with one Pod. */
public enum SessionAffinity {
    /** No. */
    @JsonProperty("None")
    NONE,
    /** By its address. */
    @JsonProperty("ClientIP")
    CLIENT_IP
}
