package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Single or dual stack. */
public enum IpFamilyPolicy {
    /** One family. */
    @JsonProperty("SingleStack")
    SINGLE_STACK,
    /** Both where the cluster has them. */
    @JsonProperty("PreferDualStack")
    PREFER_DUAL_STACK,
    /** Both, or refused. */
    @JsonProperty("RequireDualStack")
    REQUIRE_DUAL_STACK
}
