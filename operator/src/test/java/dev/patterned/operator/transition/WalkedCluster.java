package dev.patterned.operator.transition;

import dev.patterned.operator.apply.Applier;
import dev.patterned.operator.apply.Cluster;
import dev.patterned.operator.apply.KnownForeign;
import dev.patterned.operator.apply.Lanes;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.apply.Pruner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A cluster that the operator's passes bring from one spec to the next. */
interface WalkedCluster extends Cluster {
    /** A pass that replaces something leaves the rest to the next one. */
    int PASSES = 4;

    /** Everything that is there, by kind and name. */
    Map<String, HasMetadata> content();

    /** How many writes there were since this was asked last. */
    int forgetWrites();

    /** Removes an object, as a person would. */
    void remove(String label);

    /**
     * Passes until one sends nothing. A child that is stuck goes the way out that the status names:
     * a person deletes it.
     *
     * @throws AssertionError when a child is stuck without a difference, or there is no end
     */
    default void bring(Wanted wanted) {
        for (var pass = 0; pass < PASSES; pass++) {
            forgetWrites();
            var outcomes = pass(wanted);
            var stuck = outcomes.stream().filter(Outcome.Stuck.class::isInstance).toList();
            stuck.forEach(outcome -> remove(outcome.label()));
            if (forgetWrites() > 0) {
                continue;
            }
            if (!outcomes.stream().allMatch(Outcome.Unchanged.class::isInstance)) {
                throw new AssertionError("the last pass gave " + outcomes);
            }
            return;
        }
        throw new AssertionError("no end after " + PASSES + " passes: " + pass(wanted));
    }

    /** The first pass of all. */
    default void make(Wanted wanted) {
        var outcomes = pass(wanted);
        if (!outcomes.stream().allMatch(Outcome.Applied.class::isInstance)) {
            throw new AssertionError("the first pass of all gave " + outcomes);
        }
    }

    private List<Outcome> pass(Wanted wanted) {
        var applied = new Applier(this, new KnownForeign(), new Lanes(1)).apply(wanted.children());
        var outcomes = new ArrayList<>(applied);
        outcomes.addAll(new Pruner(this).prune(wanted.app().id(), wanted.children(), applied));
        return outcomes;
    }
}
