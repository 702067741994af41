package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.apply.Outcome;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When to look again at what no event will tell. Pure. */
final class NextLook {
    /** A foreign object carries no label of ours, so that its going is no event: one GET. */
    static final Duration FOREIGN = Duration.ofSeconds(15);

    /** A quota that was raised or a policy that was changed is no event: one refused write. */
    static final Duration REJECTED = Duration.ofSeconds(30);

    private NextLook() {}

    /** Nothing is written through the framework: the status is written already. */
    static UpdateControl<PatternedApp> after(List<Outcome> outcomes) {
        var control = UpdateControl.<PatternedApp>noUpdate();
        outcomes.stream()
                .map(NextLook::delay)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .ifPresent(control::rescheduleAfter);
        return control;
    }

    private static Optional<Duration> delay(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Conflict _, Outcome.UsedAsIs _ -> Optional.of(FOREIGN);
            case Outcome.Rejected _ -> Optional.of(REJECTED);
            case Outcome.Unchanged _, Outcome.Applied _, Outcome.Pruned _ -> Optional.empty();
        };
    }
}
