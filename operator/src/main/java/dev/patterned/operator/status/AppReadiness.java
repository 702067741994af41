package dev.patterned.operator.status;

import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.model.App;
import dev.patterned.operator.observe.PodProblem;
import dev.patterned.operator.observe.PodProblems;
import dev.patterned.operator.observe.PodView;
import dev.patterned.operator.resources.ResourceNames;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a valid app is ready, and if not, the one thing to say about it.
 *
 * <p>The order is fixed: what could not be written; a wait that cannot end; what its controller has
 * not seen; Pods that could not be made; the worst Pod, those of the newest template first; a
 * rollout that gave up; how far it is.
 */
final class AppReadiness {
    private static final String PAUSED = " (paused: the operator changes nothing)";

    private AppReadiness() {}

    static Readiness of(
            App app,
            List<Outcome> outcomes,
            DependencyProgress waits,
            Rollout rollout,
            List<PodView> pods) {
        var found = looked(app, outcomes, waits, rollout, pods);
        if (!app.paused()) {
            return found;
        }
        if (!rollout.exists()) {
            return Readiness.blocked(Reasons.PAUSED, label(app) + " does not exist" + PAUSED);
        }
        // A real trouble keeps its name; paused itself is none, and never hides one.
        var quiet = found.ready() || found.reason().equals(Reasons.PROGRESSING);
        return new Readiness(
                found.ready(), quiet ? Reasons.PAUSED : found.reason(), found.message() + PAUSED);
    }

    private static Readiness looked(
            App app,
            List<Outcome> outcomes,
            DependencyProgress waits,
            Rollout rollout,
            List<PodView> pods) {
        var label = label(app);
        var unwritten = OutcomeReadiness.of(outcomes);
        if (unwritten.isPresent()) {
            return unwritten.get();
        }
        var blocked = waits.blocked();
        if (blocked.isPresent() && !rollout.complete()) {
            return blocked.get();
        }
        if (!rollout.observed()) {
            return Readiness.blocked(
                    Reasons.PROGRESSING, label + ": no report on its newest template yet");
        }
        if (rollout.complete()) {
            return new Readiness(true, Reasons.READY, complete(rollout));
        }
        if (rollout.creationFailure().isPresent()) {
            return Readiness.blocked(
                    Reasons.POD_CREATION_FAILED,
                    label + ": Pods cannot be created: " + rollout.creationFailure().get());
        }
        var worst = worst(pods);
        if (worst.filter(it -> it.kind().compareTo(PodProblem.Kind.UNREADY) < 0).isPresent()) {
            return blocked(worst.get());
        }
        if (rollout.stuck().isPresent()) {
            return Readiness.blocked(
                    Reasons.ROLLOUT_STUCK,
                    "%s: %s: %s"
                            .formatted(
                                    label,
                                    rollout.stuck().get(),
                                    worst.map(PodProblem::sentence).orElse(rollout.progress())));
        }
        return worst.map(AppReadiness::blocked)
                .orElseGet(() ->
                        Readiness.blocked(Reasons.PROGRESSING, label + ": " + rollout.progress()));
    }

    private static String label(App app) {
        return "Deployment/" + ResourceNames.workload(app.id());
    }

    private static Readiness blocked(PodProblem problem) {
        return Readiness.blocked(Reasons.of(problem.kind()), problem.sentence());
    }

    private static String complete(Rollout rollout) {
        return rollout.wanted() == 0
                ? "scaled to 0"
                : "%d of %d Pods are ready".formatted(rollout.available(), rollout.wanted());
    }

    private static Optional<PodProblem> worst(List<PodView> pods) {
        var newest = newestTemplate(pods);
        return pods.stream()
                .filter(pod -> pod.active() || pod.failed())
                .flatMap(pod -> PodProblems.worst(pod).map(it -> new Found(pod, it)).stream())
                .min(
                        Comparator.comparing(
                                        (Found found) -> !found.pod().template().equals(newest))
                                .thenComparing(found -> found.problem().kind())
                                .thenComparing(found -> found.pod().name()))
                .map(Found::problem);
    }

    /** Of the Pod that was created last: a rollout creates Pods of no other template. */
    private static String newestTemplate(List<PodView> pods) {
        return pods.stream()
                .max(Comparator.comparing(PodView::created).thenComparing(PodView::name))
                .map(PodView::template)
                .orElse("");
    }

    private record Found(PodView pod, PodProblem problem) {}
}
