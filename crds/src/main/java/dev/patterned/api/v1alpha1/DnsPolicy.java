package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a Pod resolves names. */
public enum DnsPolicy {
    /** By the cluster's resolver. */
    @JsonProperty("ClusterFirst")
    CLUSTER_FIRST,
    /** By the node's. */
    @JsonProperty("Default")
    DEFAULT,
    /** By dnsConfig alone. */
    @JsonProperty("None")
    NONE
}
