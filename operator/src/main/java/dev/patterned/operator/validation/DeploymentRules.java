package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.DeploymentOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Options of a Deployment. */
final class DeploymentRules {
    private static final String DEADLINE = "spec.workload.deployment.progressDeadlineSeconds";

    private DeploymentRules() {}

    static void check(Subject subject, @Nullable DeploymentOptions options, Problems problems) {
        if (options == null || options.progressDeadlineSeconds() == null) {
            return;
        }
        var deadline = options.progressDeadlineSeconds();
        var minimum = options.minReadySeconds();
        if (minimum != null && deadline <= minimum) {
            problems.error(
                    "DeadlineTooShort",
                    DEADLINE,
                    "%d is not more than minReadySeconds %d, so that no rollout could succeed: raise it"
                            .formatted(deadline, minimum));
        }
        var waits = Waits.total(subject.spec());
        if (Duration.ofSeconds(deadline).compareTo(waits) <= 0) {
            problems.warning(
                    "DeadlineTooShort",
                    DEADLINE,
                    "%d is not more than the %d s that the waits of spec.dependencies may take: a slow dependency will read as a failed rollout"
                            .formatted(deadline, waits.toSeconds()));
        }
    }
}
