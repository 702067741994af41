package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What runs the Pods. Each kind is a record; a switch over them has no default. */
public sealed interface Workload {
    /** Kind of the object, as Kubernetes names it. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** API version of the object. */
    default String apiVersion() {
        return switch (this) {
            case Deployment _, StatefulSet _, DaemonSet _ -> "apps/v1";
            case Job _, CronJob _ -> "batch/v1";
            case Pod _ -> "v1";
        };
    }

    /**
     * A Deployment of apps/v1.
     *
     * @param progressDeadlineSeconds at least as long as all waits may take
     */
    record Deployment(
            @Nullable DeploymentStrategy strategy,
            OptionalInt minReadySeconds,
            OptionalInt revisionHistoryLimit,
            int progressDeadlineSeconds)
            implements Workload {}

    /**
     * A StatefulSet of apps/v1.
     *
     * @param options the fields that pass through
     * @param governed whether its governing Service is one of the app's own; else it is made
     */
    record StatefulSet(StatefulSetSpec options, boolean governed) implements Workload {
        /** What the name of a governing Service that is made has behind the app's. */
        public static final String GOVERNING_SUFFIX = "-pods";
    }

    /**
     * A DaemonSet of apps/v1.
     *
     * @param options the fields that pass through
     */
    record DaemonSet(DaemonSetSpec options) implements Workload {}

    /**
     * A Job of batch/v1.
     *
     * @param options the fields that pass through
     */
    record Job(JobSpec options) implements Workload {}

    /**
     * A CronJob of batch/v1.
     *
     * @param options the fields that pass through
     * @param job options of each run
     */
    record CronJob(CronJobSpec options, JobSpec job) implements Workload {}

    /** A Pod of its own. */
    record Pod() implements Workload {}
}
