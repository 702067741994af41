package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of workload. */
public enum WorkloadKind {
    /** apps/v1 Deployment. */
    @JsonProperty("Deployment")
    DEPLOYMENT
}
