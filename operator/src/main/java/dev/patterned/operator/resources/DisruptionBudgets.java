package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Availability.DisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;

/** PodDisruptionBudgets. */
final class DisruptionBudgets {
    /**
     * A Pod that waits for its dependencies is not ready, and must not keep a node from being
     * drained (KEP-3017, stable since Kubernetes 1.31).
     */
    private static final String UNHEALTHY_PODS = "AlwaysAllow";

    private DisruptionBudgets() {}

    static PodDisruptionBudget budget(App app, DisruptionBudget budget) {
        return new PodDisruptionBudgetBuilder()
                .withMetadata(Metadata.of(app.id(), ResourceNames.disruptionBudget(app.id())))
                .withNewSpec()
                .withMinAvailable(budget.minAvailable().orElse(null))
                .withMaxUnavailable(budget.maxUnavailable().orElse(null))
                .withNewSelector()
                .withMatchLabels(ResourceLabels.selector(app.id()))
                .endSelector()
                .withUnhealthyPodEvictionPolicy(UNHEALTHY_PODS)
                .endSpec()
                .build();
    }
}
