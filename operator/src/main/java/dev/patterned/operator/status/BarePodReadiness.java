package dev.patterned.operator.status;

import dev.patterned.operator.apply.Rollout;
import dev.patterned.operator.observe.PodView;
import java.util.List;

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
        return WorstPod.of(pods)
                .map(RolloutReadiness::blocked)
                .orElseGet(() ->
                        Readiness.blocked(Reasons.PROGRESSING, label + ": it is not ready yet"));
    }
}
