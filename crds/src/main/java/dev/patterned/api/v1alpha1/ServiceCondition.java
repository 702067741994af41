package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a wait on a Service is satisfied. */
public enum ServiceCondition {
    /** Something answers behind its port. */
    @JsonProperty("Ready")
    READY,
    /** Its DNS name resolves. */
    @JsonProperty("Exists")
    EXISTS
}
