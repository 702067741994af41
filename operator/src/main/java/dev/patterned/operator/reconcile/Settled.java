package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.apply.Cluster;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.apply.Ownership;
import dev.patterned.operator.apply.Unchangeable;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.status.Reasons;
import dev.patterned.operator.status.Runs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;

/**
 * What was made for this spec and is left as it is: a Job is not made again for a spec that it has
 * run for, and neither a Job nor a Pod has to become what a newer operator would make today.
 */
final class Settled {
    private Settled() {}

    /** The children to apply. */
    static List<Child> due(PatternedApp primary, List<Child> children, Cluster cluster) {
        return children.stream()
                .filter(child -> !isSettled(primary, child.object(), cluster))
                .toList();
    }

    /** Those that were left out: they are as they should be. */
    static List<Outcome> outcomes(List<Child> children, List<Child> due) {
        return children.stream()
                .filter(child -> !due.contains(child))
                .map(Child::object)
                .<Outcome>map(it -> new Outcome.Unchanged(it.getKind(), it.getMetadata().getName()))
                .toList();
    }

    private static boolean isSettled(PatternedApp primary, HasMetadata object, Cluster cluster) {
        return switch (object) {
            case Job job ->
                    Runs.isSettled(primary, job, live(primary, job, cluster).map(Job.class::cast));
            case Pod pod -> isSettled(primary, pod, live(primary, pod, cluster));
            default -> false;
        };
    }

    /** A spec that was looked at, and of which nothing was found that the Pod cannot become. */
    private static boolean isSettled(PatternedApp primary, Pod pod, Optional<HasMetadata> live) {
        var status = primary.getStatus();
        return status != null
                && primary.getMetadata().getGeneration().equals(status.observedGeneration())
                && status.conditions().stream()
                        .noneMatch(it -> Reasons.IMMUTABLE_FIELD_CHANGE.equals(it.getReason()))
                && live.flatMap(there -> Unchangeable.field(there, pod)).isPresent();
    }

    private static Optional<HasMetadata> live(
            PatternedApp primary, HasMetadata object, Cluster cluster) {
        return cluster.cached(object)
                .filter(it -> Ownership.controls(primary.getMetadata().getUid(), it));
    }
}
