package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What holds isolation. */
public enum IsolationEnforcement {
    /** A NetworkPolicy, for the Pod as a whole. */
    @JsonProperty("NetworkPolicy")
    NETWORK_POLICY,
    /** Filter rules inside the Pod, by user id. */
    @JsonProperty("Netfilter")
    NETFILTER
}
