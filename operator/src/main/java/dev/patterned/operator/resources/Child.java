package dev.patterned.operator.resources;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;

/**
 * One object that an app wants to exist.
 *
 * @param object complete: name, namespace, labels, owner reference (where the app has a uid) and
 *     stamp
 * @param claim what an object of that name that is not ours means
 */
public record Child(HasMetadata object, Claim claim) {
    private static final List<Class<? extends HasMetadata>> WORKLOADS =
            List.of(
                    Deployment.class,
                    StatefulSet.class,
                    DaemonSet.class,
                    Job.class,
                    CronJob.class,
                    Pod.class);

    /** Every kind that an app's children may have. */
    public static final List<Class<? extends HasMetadata>> KINDS =
            List.of(
                    Deployment.class,
                    StatefulSet.class,
                    DaemonSet.class,
                    Job.class,
                    CronJob.class,
                    Pod.class,
                    Service.class,
                    ConfigMap.class,
                    NetworkPolicy.class,
                    HorizontalPodAutoscaler.class,
                    PodDisruptionBudget.class,
                    PodMonitor.class);

    /** Those that a cluster may not know. */
    public static final List<Class<? extends HasMetadata>> OPTIONAL_KINDS =
            List.of(PodMonitor.class);

    /** What an object of the same name that is not ours means. */
    public enum Claim {
        /** A conflict: the app cannot be as it says. */
        EXCLUSIVE,
        /** No conflict: a provided Service that somebody else has is used as it is. */
        SHARED
    }

    /** Whether it runs the Pods, and so needs the others to be there. */
    public boolean isWorkload() {
        return WORKLOADS.stream().anyMatch(kind -> kind.isInstance(object));
    }

    /** {@code Kind/name}, as kubectl names it in messages. */
    public String label() {
        return object.getKind() + "/" + object.getMetadata().getName();
    }
}
