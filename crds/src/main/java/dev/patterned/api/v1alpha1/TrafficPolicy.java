package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where Service traffic may go. */
public enum TrafficPolicy {
    /** To every endpoint. */
    @JsonProperty("Cluster")
    CLUSTER,
    /** To endpoints of the same node. */
    @JsonProperty("Local")
    LOCAL
}
