package dev.patterned.operator.status;

import dev.patterned.api.v1alpha1.DependencyState;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Dependency;
import dev.patterned.operator.model.Target;
import dev.patterned.operator.observe.Awaited;
import dev.patterned.operator.observe.PodView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All waits of an app, in the order of the spec. */
record DependencyProgress(List<Entry> entries) {
    /** One wait and how it fares. */
    record Entry(Dependency dependency, Awaited awaited, WaitProgress progress) {
        private boolean in(DependencyState state) {
            return progress.state() == state;
        }

        private String label() {
            return dependency.target().label();
        }

        private String sentence() {
            if (progress.pods() == 0) {
                return label() + ": " + progress.message();
            }
            return "%s for %s: %s"
                    .formatted(
                            progress.pods() == 1 ? "1 Pod waits" : progress.pods() + " Pods wait",
                            label(),
                            progress.message());
        }
    }

    /**
     * All of them.
     *
     * @param over whether the Job that waited has succeeded: its Pods may be gone
     */
    static DependencyProgress of(
            App app, Map<Target, Awaited> awaited, List<PodView> pods, boolean over) {
        return new DependencyProgress(
                app.dependencies().stream().map(it -> entry(it, awaited, pods, over)).toList());
    }

    private static Entry entry(
            Dependency dependency, Map<Target, Awaited> awaited, List<PodView> pods, boolean over) {
        var seen = awaited.getOrDefault(dependency.target(), Awaited.UNSEEN);
        return new Entry(dependency, seen, WaitProgress.of(dependency, seen, pods, over));
    }

    /** What a person must clear before any Pod can go on; said at once, in the spec's order. */
    Optional<Readiness> blocked() {
        return entries.stream()
                .filter(it -> it.awaited().blocked() && !it.dependency().continueOnTimeout())
                .findFirst()
                .map(it ->
                        Readiness.blocked(
                                it.awaited().state() == Awaited.State.CYCLE
                                        ? Reasons.DEPENDENCY_CYCLE
                                        : Reasons.DEPENDENCY_FAILED,
                                it.awaited().message()));
    }

    /** Adds DependenciesReady for an app that has waits. */
    void addTo(Conditions conditions) {
        if (entries.isEmpty()) {
            return;
        }
        var type = ConditionType.DEPENDENCIES_READY;
        var blocked =
                entries.stream()
                        .filter(it ->
                                it.in(DependencyState.FAILED) || it.in(DependencyState.WAITING))
                        .map(Entry::sentence)
                        .collect(Collectors.joining("; "));
        if (!blocked.isEmpty()) {
            conditions.set(type, "False", Reasons.WAITING_FOR_DEPENDENCY, blocked);
            return;
        }
        var ahead =
                entries.stream()
                        .filter(it -> it.in(DependencyState.UNKNOWN))
                        .map(Entry::label)
                        .collect(Collectors.joining(", "));
        if (!ahead.isEmpty()) {
            conditions.set(
                    type, "Unknown", Reasons.PROGRESSING, "no Pod has come to " + ahead + " yet");
            return;
        }
        conditions.set(type, "True", Reasons.SATISFIED, "every wait is over");
    }
}
