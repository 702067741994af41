package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a wait does when its time has passed. */
public enum OnTimeout {
    /** The init container fails and is started again by the kubelet. */
    @JsonProperty("Fail")
    FAIL,
    /** Says so and lets the Pod go on. */
    @JsonProperty("Continue")
    CONTINUE
}
