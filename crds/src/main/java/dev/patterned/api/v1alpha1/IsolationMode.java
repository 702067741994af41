package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a way is open. */
public enum IsolationMode {
    /** As Kubernetes leaves it. */
    @JsonProperty("Open")
    OPEN,
    /** Only through ambassadors. */
    @JsonProperty("Ambassador")
    AMBASSADOR
}
