package dev.patterned.operator.validation;

import java.time.Duration;

/** The workload and its options. */
final class WorkloadRules {
    private static final String DEADLINE = "spec.workload.deployment.progressDeadlineSeconds";

    private WorkloadRules() {}

    static void check(Subject subject, Problems problems) {
        var workload = subject.spec().workload();
        if (workload == null || workload.deployment() == null) {
            return;
        }
        var deadline = workload.deployment().progressDeadlineSeconds();
        var minimum = workload.deployment().minReadySeconds();
        if (deadline != null && minimum != null && deadline <= minimum) {
            problems.error(
                    "DeadlineTooShort",
                    DEADLINE,
                    "%d is not more than minReadySeconds %d, so that no rollout could succeed: raise it"
                            .formatted(deadline, minimum));
        }
        var waits = Waits.total(subject.spec());
        if (deadline != null && Duration.ofSeconds(deadline).compareTo(waits) <= 0) {
            problems.warning(
                    "DeadlineTooShort",
                    DEADLINE,
                    "%d is not more than the %d s that the waits of spec.dependencies may take: a slow dependency will read as a failed rollout"
                            .formatted(deadline, waits.toSeconds()));
        }
    }
}
