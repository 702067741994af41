package dev.patterned.operator.validation;

import java.time.Duration;

/** The workload and its options. */
final class WorkloadRules {
    private WorkloadRules() {}

    static void check(Subject subject, Problems problems) {
        var workload = subject.spec().workload();
        if (workload == null || workload.deployment() == null) {
            return;
        }
        var deadline = workload.deployment().progressDeadlineSeconds();
        var waits = Waits.total(subject.spec());
        if (deadline != null && Duration.ofSeconds(deadline).compareTo(waits) <= 0) {
            problems.warning(
                    "DeadlineTooShort",
                    "spec.workload.deployment.progressDeadlineSeconds",
                    "%d is not more than the %d s that the waits of spec.dependencies may take: a slow dependency will read as a failed rollout"
                            .formatted(deadline, waits.toSeconds()));
        }
    }
}
