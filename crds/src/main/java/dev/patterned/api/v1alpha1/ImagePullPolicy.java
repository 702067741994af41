package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When the kubelet pulls an image. */
public enum ImagePullPolicy {
    /** At every start. */
    @JsonProperty("Always")
    ALWAYS,
    /** When the node lacks it. */
    @JsonProperty("IfNotPresent")
    IF_NOT_PRESENT,
    /** Not at all. */
    @JsonProperty("Never")
    NEVER
}
