package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.apply.Outcome;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When to look again at what no event will tell. Pure.
 *
 * @param foreign a foreign object carries no label of ours, so that its going is no event: one GET
 * @param rejected a quota that was raised or a policy that was changed is no event: one write that
 *     is refused again
 */
record NextLook(Duration foreign, Duration rejected) {
    /** A look at what was rejected costs the server more than a GET, and so comes half as often. */
    static NextLook every(Duration interval) {
        return new NextLook(interval, interval.multipliedBy(2));
    }

    /** Nothing is written through the framework: the status is written already. */
    UpdateControl<PatternedApp> after(List<Outcome> outcomes) {
        var control = UpdateControl.<PatternedApp>noUpdate();
        outcomes.stream()
                .map(this::delay)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .ifPresent(control::rescheduleAfter);
        return control;
    }

    private Optional<Duration> delay(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Conflict _, Outcome.UsedAsIs _ -> Optional.of(foreign);
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
