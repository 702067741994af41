package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.apply.Cluster;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.apply.Ownership;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.status.Runs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;

/** A Job does something: it is not made again for a spec that it has run for. */
final class RunOnce {
    private RunOnce() {}

    /** The children to apply. */
    static List<Child> due(PatternedApp primary, List<Child> children, Cluster cluster) {
        return children.stream()
                .filter(child -> !isSettled(primary, child.object(), cluster))
                .toList();
    }

    /** Those that were left out: they are as they should be. */
    static List<Outcome> settled(List<Child> children, List<Child> due) {
        return children.stream()
                .filter(child -> !due.contains(child))
                .map(Child::object)
                .<Outcome>map(it -> new Outcome.Unchanged(it.getKind(), it.getMetadata().getName()))
                .toList();
    }

    private static boolean isSettled(PatternedApp primary, HasMetadata object, Cluster cluster) {
        if (!(object instanceof Job job)) {
            return false;
        }
        var live =
                cluster.cached(job)
                        .filter(it -> Ownership.controls(primary.getMetadata().getUid(), it))
                        .map(Job.class::cast);
        return Runs.isSettled(primary, job, live);
    }
}
