package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of workload. */
public enum WorkloadKind {
    /** apps/v1 Deployment. */
    @JsonProperty("Deployment")
    DEPLOYMENT,
    /** apps/v1 StatefulSet. */
    @JsonProperty("StatefulSet")
    STATEFUL_SET,
    /** apps/v1 DaemonSet. */
    @JsonProperty("DaemonSet")
    DAEMON_SET,
    /** batch/v1 Job. */
    @JsonProperty("Job")
    JOB,
    /** batch/v1 CronJob. */
    @JsonProperty("CronJob")
    CRON_JOB,
    /** v1 Pod. */
    @JsonProperty("Pod")
    POD
}
