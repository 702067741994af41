package dev.patterned.operator.status;

import dev.patterned.operator.observe.Wording;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a Deployment is.
 *
 * <p>The same questions in the same order as {@code kubectl rollout status} asks:
 * https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status
 *
 * @param exists whether there is one
 * @param observed whether its controller has looked at the newest template
 * @param wanted number of Pods
 */
record Rollout(
        boolean exists,
        boolean observed,
        int wanted,
        int replicas,
        int updated,
        int ready,
        int available,
        Optional<String> creationFailure,
        Optional<String> stuck) {
    private static final int DETAIL = 600;

    /**
     * Of an app's workload.
     *
     * @param deployment null while there is none
     * @param wanted counts when there is no Deployment
     */
    static Rollout of(@Nullable Deployment deployment, int wanted) {
        if (deployment == null) {
            return new Rollout(
                    false, false, wanted, 0, 0, 0, 0, Optional.empty(), Optional.empty());
        }
        var status =
                deployment.getStatus() == null ? new DeploymentStatus() : deployment.getStatus();
        var seen = status.getObservedGeneration();
        var generation = deployment.getMetadata().getGeneration();
        return new Rollout(
                true,
                seen != null && (generation == null || seen >= generation),
                deployment.getSpec().getReplicas() == null ? 1 : deployment.getSpec().getReplicas(),
                count(status.getReplicas()),
                count(status.getUpdatedReplicas()),
                count(status.getReadyReplicas()),
                count(status.getAvailableReplicas()),
                condition(status, "ReplicaFailure", "True").map(Rollout::withoutPodName),
                condition(status, "Progressing", "False")
                        .filter(it -> "ProgressDeadlineExceeded".equals(it.getReason()))
                        .map(_ -> deadline(deployment)));
    }

    /** Everything is there and nothing of an older template is left. */
    boolean complete() {
        return observed && updated >= wanted && replicas <= updated && available >= wanted;
    }

    /** Where it stands, for a sentence. */
    String progress() {
        if (wanted == 0) {
            return "scaling to 0, %d Pods are left".formatted(replicas);
        }
        if (updated < wanted) {
            return "%d of %d Pods have the newest template".formatted(updated, wanted);
        }
        if (replicas > updated) {
            return "%d Pods of an older template are being replaced".formatted(replicas - updated);
        }
        return ready > available
                ? "%d of %d Pods are ready, %d for long enough (minReadySeconds)"
                        .formatted(ready, wanted, available)
                : "%d of %d Pods are ready".formatted(ready, wanted);
    }

    private static int count(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static Optional<DeploymentCondition> condition(
            DeploymentStatus status, String type, String value) {
        return status.getConditions().stream()
                .filter(it -> type.equals(it.getType()) && value.equals(it.getStatus()))
                .findFirst();
    }

    /** Each attempt has another generated name: it would change the status every time. */
    private static String withoutPodName(DeploymentCondition condition) {
        return Wording.line(condition.getMessage(), Integer.MAX_VALUE)
                .replaceFirst("^(?i:pods?) \"[^\"]*\" is (forbidden: |invalid: )?", "")
                .transform(it -> Wording.cut(it, DETAIL));
    }

    private static String deadline(Deployment deployment) {
        var seconds = deployment.getSpec().getProgressDeadlineSeconds();
        return "the rollout has made no progress"
                + (seconds == null ? "" : " for " + seconds + " s");
    }
}
