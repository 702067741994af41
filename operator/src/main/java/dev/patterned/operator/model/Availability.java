package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.Optional;

/** How many Pods there are, and how many of them stay. */
public record Availability(
        Optional<Autoscaling> autoscaling, Optional<DisruptionBudget> disruptionBudget) {
    /**
     * The CPU use of main decides.
     *
     * @param minReplicas at least 1
     * @param maxReplicas at least minReplicas
     * @param cpuPercent of main's request, from 1
     */
    public record Autoscaling(int minReplicas, int maxReplicas, int cpuPercent) {}

    /** What a drain leaves; one of both is there. */
    public record DisruptionBudget(
            Optional<IntOrString> minAvailable, Optional<IntOrString> maxUnavailable) {}
}
