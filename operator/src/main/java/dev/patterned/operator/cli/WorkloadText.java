package dev.patterned.operator.cli;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of the object that runs the Pods: how many there should be, and how far it is. */
final class WorkloadText {
    private WorkloadText() {}

    /** Empty for what is no workload. */
    static Optional<String> of(HasMetadata object) {
        return switch (object) {
            case Deployment deployment -> Optional.of(of(deployment));
            case StatefulSet set -> Optional.of(of(set));
            case DaemonSet set -> Optional.of(of(set));
            case Job job -> Optional.of(of(job));
            case CronJob cron -> Optional.of(of(cron));
            case Pod pod -> Optional.ofNullable(pod.getStatus()).map(it -> it.getPhase());
            default -> Optional.empty();
        };
    }

    private static String of(Deployment deployment) {
        var status = deployment.getStatus();
        return ready(
                deployment.getSpec().getReplicas(),
                status == null ? null : status.getReadyReplicas());
    }

    private static String of(StatefulSet set) {
        var status = set.getStatus();
        return ready(
                set.getSpec().getReplicas(), status == null ? null : status.getReadyReplicas());
    }

    private static String of(DaemonSet set) {
        var status = set.getStatus();
        return status == null
                ? ready(0, 0)
                : ready(status.getDesiredNumberScheduled(), status.getNumberReady());
    }

    private static String ready(@Nullable Integer wanted, @Nullable Integer ready) {
        return "%d wanted, %d ready".formatted(Objects.requireNonNullElse(wanted, 1), count(ready));
    }

    private static String of(Job job) {
        var status = Objects.requireNonNullElseGet(job.getStatus(), JobStatus::new);
        var counts =
                "%d of %d completed, %d running, %d failed"
                        .formatted(
                                count(status.getSucceeded()),
                                Objects.requireNonNullElse(job.getSpec().getCompletions(), 1),
                                count(status.getActive()),
                                count(status.getFailed()));
        return status.getConditions().stream()
                .filter(it -> it.getType().equals("Failed") && it.getStatus().equals("True"))
                .findFirst()
                .map(JobCondition::getReason)
                .map(reason -> counts + ": " + reason)
                .orElse(counts);
    }

    private static String of(CronJob cron) {
        var running = cron.getStatus() == null ? 0 : cron.getStatus().getActive().size();
        return "at \"%s\"%s, %d running"
                .formatted(
                        cron.getSpec().getSchedule(),
                        Boolean.TRUE.equals(cron.getSpec().getSuspend()) ? ", suspended" : "",
                        running);
    }

    private static int count(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
