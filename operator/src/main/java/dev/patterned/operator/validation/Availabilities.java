package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.operator.model.Availability;
import dev.patterned.operator.model.Availability.Autoscaling;
import dev.patterned.operator.model.Availability.DisruptionBudget;
import java.util.Objects;
import java.util.Optional;

/** Autoscaling and disruption budget as the model has them. */
final class Availabilities {
    private Availabilities() {}

    static Availability of(PatternedAppSpec spec) {
        return new Availability(
                Optional.ofNullable(spec.autoscaling()).map(Availabilities::autoscaling),
                Optional.ofNullable(spec.disruptionBudget())
                        .map(budget ->
                                new DisruptionBudget(
                                        Optional.ofNullable(budget.minAvailable()),
                                        Optional.ofNullable(budget.maxUnavailable()))));
    }

    private static Autoscaling autoscaling(dev.patterned.api.v1alpha1.Autoscaling said) {
        return new Autoscaling(
                Objects.requireNonNullElse(said.minReplicas(), Defaults.MIN_REPLICAS),
                said.maxReplicas(),
                Objects.requireNonNullElse(said.cpuUtilizationPercent(), Defaults.CPU_PERCENT));
    }
}
