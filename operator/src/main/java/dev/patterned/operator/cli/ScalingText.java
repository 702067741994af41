package dev.patterned.operator.cli;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Optional;
import java.util.Set;

/** What is said of the objects that keep the number of Pods. */
final class ScalingText {
    /** Those of an autoscaler that are True when all is well; others come with new versions. */
    private static final Set<String> NEEDED = Set.of("AbleToScale", "ScalingActive");

    private ScalingText() {}

    /** Bounds, and why it does not scale where it says so. */
    static String of(HorizontalPodAutoscaler autoscaler) {
        var bounds =
                "%d to %d Pods"
                        .formatted(
                                autoscaler.getSpec().getMinReplicas(),
                                autoscaler.getSpec().getMaxReplicas());
        if (autoscaler.getStatus() == null) {
            return bounds;
        }
        return autoscaler.getStatus().getConditions().stream()
                .filter(condition -> condition.getStatus().equals("False"))
                .filter(condition -> NEEDED.contains(condition.getType()))
                .findFirst()
                .map(condition -> bounds + ", does not scale: " + condition.getMessage())
                .orElse(bounds);
    }

    /** What it keeps, and how many Pods may go now. */
    static String of(PodDisruptionBudget budget) {
        var spec = budget.getSpec();
        var rule =
                spec.getMinAvailable() == null
                        ? "at most " + text(spec.getMaxUnavailable()) + " away"
                        : "at least " + text(spec.getMinAvailable()) + " stay";
        return Optional.ofNullable(budget.getStatus())
                .map(status -> rule + ", " + status.getDisruptionsAllowed() + " may go now")
                .orElse(rule);
    }

    private static Object text(IntOrString value) {
        return value.getValue();
    }
}
