package dev.patterned.operator.apply;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a workload has replaced its Pods. Pure.
 *
 * <p>The same questions in the same order as {@code kubectl rollout status} asks:
 * https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status
 *
 * @param exists whether there is one
 * @param observed whether its controller has looked at the newest template
 * @param wanted number of Pods
 * @param renewed how many of them the controller brings to the newest template by itself: fewer
 *     with a partition, none with OnDelete
 */
public record Rollout(
        boolean exists,
        boolean observed,
        int wanted,
        int renewed,
        int replicas,
        int updated,
        int ready,
        int available) {
    /** Of a workload that is not there. */
    public static Rollout none(int wanted) {
        return new Rollout(false, false, wanted, wanted, 0, 0, 0, 0);
    }

    /**
     * Of a workload.
     *
     * @throws IllegalArgumentException for an object that is no workload
     */
    public static Rollout of(HasMetadata workload) {
        return switch (workload) {
            case Deployment deployment -> of(deployment);
            case StatefulSet set -> of(set);
            case DaemonSet set -> of(set);
            case Pod pod -> of(pod);
            case Job job -> of(job);
            case CronJob cron -> of(cron);
            default -> throw new IllegalArgumentException(workload.getKind());
        };
    }

    /** Everything that the controller does by itself is done, and every Pod is available. */
    public boolean complete() {
        return observed
                && updated >= renewed
                && replicas <= updated + (wanted - renewed)
                && available >= wanted;
    }

    /** Complete, and no Pod of an older template is left. */
    public boolean allNew() {
        return complete() && replicas <= updated;
    }

    private static Rollout of(Deployment deployment) {
        var status = Objects.requireNonNullElseGet(deployment.getStatus(), DeploymentStatus::new);
        var wanted = Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 1);
        return new Rollout(
                true,
                isObserved(deployment, status.getObservedGeneration()),
                wanted,
                wanted,
                count(status.getReplicas()),
                count(status.getUpdatedReplicas()),
                count(status.getReadyReplicas()),
                count(status.getAvailableReplicas()));
    }

    private static Rollout of(StatefulSet set) {
        var status = Objects.requireNonNullElseGet(set.getStatus(), StatefulSetStatus::new);
        var wanted = Objects.requireNonNullElse(set.getSpec().getReplicas(), 1);
        return new Rollout(
                true,
                isObserved(set, status.getObservedGeneration()),
                wanted,
                renewed(set.getSpec(), wanted),
                count(status.getReplicas()),
                count(status.getUpdatedReplicas()),
                count(status.getReadyReplicas()),
                count(status.getAvailableReplicas()));
    }

    private static int renewed(StatefulSetSpec spec, int wanted) {
        var strategy = spec.getUpdateStrategy();
        if (strategy == null) {
            return wanted;
        }
        var rolling = strategy.getRollingUpdate();
        var partition = rolling == null ? 0 : count(rolling.getPartition());
        return isOnDelete(strategy.getType()) ? 0 : Math.max(0, wanted - partition);
    }

    private static Rollout of(DaemonSet set) {
        var status = Objects.requireNonNullElseGet(set.getStatus(), DaemonSetStatus::new);
        var strategy = set.getSpec().getUpdateStrategy();
        var wanted = count(status.getDesiredNumberScheduled());
        return new Rollout(
                true,
                isObserved(set, status.getObservedGeneration()),
                wanted,
                strategy != null && isOnDelete(strategy.getType()) ? 0 : wanted,
                count(status.getCurrentNumberScheduled()),
                count(status.getUpdatedNumberScheduled()),
                count(status.getNumberReady()),
                count(status.getNumberAvailable()));
    }

    private static boolean isOnDelete(@Nullable String strategy) {
        return "OnDelete".equals(strategy);
    }

    private static Rollout of(Pod pod) {
        var status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
        var over = "Succeeded".equals(status.getPhase()) || "Failed".equals(status.getPhase());
        var ready =
                status.getConditions().stream()
                        .anyMatch(it ->
                                it.getType().equals("Ready") && it.getStatus().equals("True"));
        var one = over ? 0 : 1;
        return new Rollout(true, true, 1, 1, one, one, ready ? 1 : 0, ready ? 1 : 0);
    }

    /** Its Pods are counted, but nothing is ever replaced by something newer. */
    private static Rollout of(Job job) {
        var status = Objects.requireNonNullElseGet(job.getStatus(), JobStatus::new);
        var active = count(status.getActive());
        var ready = count(status.getReady());
        return new Rollout(true, true, active, 0, active, active, ready, ready);
    }

    private static Rollout of(CronJob cron) {
        var status = Objects.requireNonNullElseGet(cron.getStatus(), CronJobStatus::new);
        var active = status.getActive().size();
        return new Rollout(true, true, active, 0, active, active, 0, 0);
    }

    private static boolean isObserved(HasMetadata workload, @Nullable Long observed) {
        var generation = Objects.requireNonNullElse(workload.getMetadata().getGeneration(), 0L);
        return Optional.ofNullable(observed).orElse(-1L) >= generation;
    }

    private static int count(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
