package dev.patterned.operator.status;

import dev.patterned.operator.apply.Rollout;
import dev.patterned.operator.observe.PodProblem;
import dev.patterned.operator.observe.PodView;
import java.util.List;
import java.util.Locale;

/** Whether a Pod of its own is ready, or has done what it should. */
final class BarePodReadiness {
    private BarePodReadiness() {}

    static Readiness of(String label, Rollout rollout, List<PodView> pods) {
        if (!rollout.exists()) {
            return Readiness.blocked(Reasons.PROGRESSING, label + ": it does not exist yet");
        }
        if (pods.stream().anyMatch(PodView::succeeded)) {
            return new Readiness(true, Reasons.SUCCEEDED, label + " has ended well");
        }
        if (rollout.complete()) {
            return new Readiness(true, Reasons.READY, "1 of 1 Pods are ready");
        }
        var worst = WorstPod.of(pods);
        if (pods.stream().anyMatch(PodView::failed)) {
            return Readiness.blocked(
                    Reasons.POD_FAILED,
                    "%s (kubectl delete %s, and it is made again)"
                            .formatted(
                                    worst.map(PodProblem::sentence).orElse(label + " has failed"),
                                    label.toLowerCase(Locale.ROOT)));
        }
        return worst.map(RolloutReadiness::blocked)
                .orElseGet(() ->
                        Readiness.blocked(Reasons.PROGRESSING, label + ": it is not ready yet"));
    }
}
