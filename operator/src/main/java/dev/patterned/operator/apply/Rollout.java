package dev.patterned.operator.apply;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a Deployment has replaced its Pods. Pure. */
public final class Rollout {
    private Rollout() {}

    /**
     * Whether every Pod is of the newest template and available, or none is wanted. The rule is
     * that of {@code kubectl rollout status}.
     */
    public static boolean isComplete(Deployment deployment) {
        var status = Optional.ofNullable(deployment.getStatus()).orElseGet(DeploymentStatus::new);
        var wanted = Optional.ofNullable(deployment.getSpec().getReplicas()).orElse(1);
        if (!isObserved(deployment, status)) {
            return false;
        }
        return wanted == 0 || areAllNew(status, wanted);
    }

    private static boolean areAllNew(DeploymentStatus status, int wanted) {
        return count(status.getUpdatedReplicas()) == wanted
                && count(status.getReplicas()) == wanted
                && count(status.getAvailableReplicas()) == wanted;
    }

    private static boolean isObserved(Deployment deployment, DeploymentStatus status) {
        var generation = Objects.requireNonNullElse(deployment.getMetadata().getGeneration(), 0L);
        return Objects.requireNonNullElse(status.getObservedGeneration(), -1L) >= generation;
    }

    private static int count(@Nullable Integer replicas) {
        return replicas == null ? 0 : replicas;
    }
}
