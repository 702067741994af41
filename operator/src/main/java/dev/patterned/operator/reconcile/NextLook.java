package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.apply.Outcome;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When to look again at what no event will tell. Pure.
 *
 * @param foreign a foreign object carries no label of ours, so that its going is no event: one GET;
 *     neither is a kind that the cluster comes to know
 * @param rejected a quota that was raised or a policy that was changed is no event: one write that
 *     is refused again
 */
record NextLook(Duration foreign, Duration rejected) {
    /**
     * A look at what was rejected costs the server more than a GET, and so comes two times where
     * the other comes three: with the default of 15 s after 22.5 s, so that an app has recovered
     * half a minute after the cause is gone.
     */
    static NextLook every(Duration interval) {
        return new NextLook(interval, interval.multipliedBy(3).dividedBy(2));
    }

    /**
     * Nothing is written through the framework: the status is written already.
     *
     * @param hangs whether Pods hang or are missing for what only Events tell: one list
     */
    UpdateControl<PatternedApp> after(List<Outcome> outcomes, boolean hangs) {
        var control = UpdateControl.<PatternedApp>noUpdate();
        Stream.concat(
                        outcomes.stream().flatMap(outcome -> delay(outcome).stream()),
                        Stream.of(foreign).filter(_ -> hangs))
                .min(Comparator.naturalOrder())
                .ifPresent(control::rescheduleAfter);
        return control;
    }

    private Optional<Duration> delay(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Conflict _, Outcome.UsedAsIs _, Outcome.Unknown _ -> Optional.of(foreign);
            case Outcome.Rejected _ -> Optional.of(rejected);
            case Outcome.Unchanged _,
                    Outcome.Applied _,
                    Outcome.Pruned _,
                    Outcome.Replaced _,
                    Outcome.Stuck _ ->
                    Optional.empty();
        };
    }
}
