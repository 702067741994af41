package dev.patterned.operator.status;

import dev.patterned.operator.observe.PodProblem;
import dev.patterned.operator.observe.PodProblems;
import dev.patterned.operator.observe.PodView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The one problem to speak of among those of all Pods. */
final class WorstPod {
    private WorstPod() {}

    /** Those of the newest template first. */
    static Optional<PodProblem> of(List<PodView> pods) {
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
