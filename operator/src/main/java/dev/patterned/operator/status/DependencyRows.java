package dev.patterned.operator.status;

import dev.patterned.api.v1alpha1.DependencyState;
import dev.patterned.api.v1alpha1.DependencyStatus;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.model.Dependency;
import dev.patterned.operator.model.Target;
import dev.patterned.operator.observe.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row for each wait, in the order of the spec. */
final class DependencyRows {
    /** The CRD's bounds. */
    private static final int TARGET = 512;

    private static final int MESSAGE = 1024;

    private DependencyRows() {}

    /**
     * The rows.
     *
     * @param before the old rows, for their transition times only
     */
    static List<DependencyStatus> of(
            DependencyProgress waits,
            List<Outcome> outcomes,
            List<DependencyStatus> before,
            TransitionTimes times) {
        return waits.entries().stream()
                .map(it -> row(it.dependency(), it.progress(), outcomes, before, times))
                .toList();
    }

    private static DependencyStatus row(
            Dependency dependency,
            WaitProgress progress,
            List<Outcome> outcomes,
            List<DependencyStatus> before,
            TransitionTimes times) {
        var foreign = foreign(dependency, outcomes);
        var state = foreign.isPresent() ? DependencyState.FOREIGN : progress.state();
        var message =
                Stream.of(foreign.orElse(""), progress.message())
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining("; "));
        var since =
                before.stream()
                        .filter(it -> dependency.name().equals(it.name()) && state == it.state())
                        .flatMap(it -> Wording.instant(it.lastTransitionTime()).stream());
        return new DependencyStatus(
                dependency.name(),
                Wording.cut(dependency.target().label(), TARGET),
                state,
                progress.pods(),
                times.keepOrNow(since),
                message.isEmpty() ? null : Wording.cut(message, MESSAGE));
    }

    /** Whose the provided Service is, when it is no app's. */
    private static Optional<String> foreign(Dependency dependency, List<Outcome> outcomes) {
        if (!(dependency.target() instanceof Target.Service service)
                || service.provided().isEmpty()) {
            return Optional.empty();
        }
        return outcomes.stream()
                .filter(outcome -> outcome.label().equals("Service/" + service.name()))
                .flatMap(outcome ->
                        outcome instanceof Outcome.UsedAsIs used && !used.ours()
                                ? Stream.of(used)
                                : Stream.empty())
                .map(used ->
                        "%s is not this app's (%s) and is used as it is"
                                .formatted(used.label(), OutcomeReadiness.owner(used.owner())))
                .findFirst();
    }
}
