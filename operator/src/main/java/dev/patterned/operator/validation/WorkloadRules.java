package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.Workload;
import dev.patterned.api.v1alpha1.WorkloadKind;
import java.util.EnumMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The workload: its kind, and what goes with it. */
final class WorkloadRules {
    /** What has replicas. */
    static final Set<WorkloadKind> SCALABLE =
            Set.of(WorkloadKind.DEPLOYMENT, WorkloadKind.STATEFUL_SET);

    private WorkloadRules() {}

    static void check(Subject subject, Problems problems) {
        var kind = Defaults.kind(subject.spec());
        var replicas = subject.spec().replicas();
        if (replicas != null && replicas != 1 && !SCALABLE.contains(kind)) {
            problems.error(
                    "ReplicasWithoutKind",
                    "spec.replicas",
                    "%d, but a %s has no replicas: leave it out, or choose a Deployment or a StatefulSet%s"
                            .formatted(
                                    replicas,
                                    Wire.of(kind),
                                    kind == WorkloadKind.JOB
                                            ? "; a Job has spec.workload.job.parallelism"
                                            : ""));
        }
        var workload = subject.spec().workload();
        if (workload == null) {
            return;
        }
        members(workload, kind, problems);
        DeploymentRules.check(subject, workload.deployment(), problems);
        StatefulSetRules.check(subject, kind, workload.statefulSet(), problems);
        JobRules.check(subject, "spec.workload.job", workload.job(), problems);
        CronJobRules.check(subject, workload.cronJob(), problems);
    }

    private static void members(Workload workload, WorkloadKind kind, Problems problems) {
        var members = new EnumMap<WorkloadKind, @Nullable Object>(WorkloadKind.class);
        members.put(WorkloadKind.DEPLOYMENT, workload.deployment());
        members.put(WorkloadKind.STATEFUL_SET, workload.statefulSet());
        members.put(WorkloadKind.DAEMON_SET, workload.daemonSet());
        members.put(WorkloadKind.JOB, workload.job());
        members.put(WorkloadKind.CRON_JOB, workload.cronJob());
        members.put(WorkloadKind.POD, workload.pod());
        members.forEach((of, options) -> {
            if (options != null && of != kind) {
                problems.error(
                        "KindMismatch",
                        "spec.workload." + member(of),
                        "is for kind %s, but spec.workload.kind is %s: set kind: %s, or remove it"
                                .formatted(Wire.of(of), Wire.of(kind), Wire.of(of)));
            }
        });
        if (kind == WorkloadKind.CRON_JOB && workload.cronJob() == null) {
            problems.error(
                    "Required",
                    "spec.workload.cronJob",
                    "is missing: a CronJob has a schedule, such as \"0 4 * * *\"");
        }
    }

    private static String member(WorkloadKind kind) {
        var name = Wire.text(kind);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
