package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a Service is published. */
public enum ServiceType {
    /** Inside the cluster. */
    @JsonProperty("ClusterIP")
    CLUSTER_IP,
    /** By a load balancer outside. */
    @JsonProperty("LoadBalancer")
    LOAD_BALANCER
}
