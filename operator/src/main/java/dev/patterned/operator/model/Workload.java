package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What runs the Pods. Each kind is a record; a switch over them has no default. */
public sealed interface Workload {
    /**
     * A Deployment of apps/v1.
     *
     * @param strategy null for Kubernetes' own default
     * @param progressDeadlineSeconds at least as long as all waits may take
     */
    record Deployment(
            @Nullable DeploymentStrategy strategy,
            OptionalInt minReadySeconds,
            OptionalInt revisionHistoryLimit,
            int progressDeadlineSeconds)
            implements Workload {}
}
