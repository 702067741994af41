package dev.patterned.operator.observe;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a Job is that an app waits for. Its conditions decide:
 * https://kubernetes.io/docs/concepts/workloads/controllers/job/#terminal-job-conditions
 */
public final class JobProgress {
    private static final int DETAIL = 400;

    private JobProgress() {}

    /** Of the Job of that name; null when there is none. */
    public static Awaited of(String name, @Nullable Job job) {
        if (job == null) {
            return Awaited.missing("no Job %s in this namespace yet".formatted(name));
        }
        var status = Objects.requireNonNullElseGet(job.getStatus(), JobStatus::new);
        if (condition(status, "Complete").isPresent()) {
            return Awaited.DONE;
        }
        // FailureTarget comes first: it has failed, and its last Pods are being stopped.
        return Stream.of("Failed", "FailureTarget")
                .flatMap(type -> condition(status, type).stream())
                .findFirst()
                .map(condition -> Awaited.failed(failure(name, condition)))
                .orElseGet(() -> Awaited.pending(progress(name, status)));
    }

    private static String failure(String name, JobCondition condition) {
        var why =
                Stream.of(condition.getReason(), condition.getMessage())
                        .filter(it -> it != null && !it.isEmpty())
                        .collect(Collectors.joining(": "));
        return "Job %s failed%s; once a Job of that name completes, the wait is over"
                .formatted(name, why.isEmpty() ? "" : " (" + Wording.line(why, DETAIL) + ")");
    }

    private static String progress(String name, JobStatus status) {
        if (condition(status, "Suspended").isPresent()) {
            return "Job %s is suspended".formatted(name);
        }
        var failed = count(status.getFailed());
        return "Job %s has not completed yet".formatted(name)
                + switch (failed) {
                    case 0 -> "";
                    case 1 -> " (1 Pod of it has failed)";
                    default -> " (%d Pods of it have failed)".formatted(failed);
                };
    }

    private static int count(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static Optional<JobCondition> condition(JobStatus status, String type) {
        return status.getConditions().stream()
                .filter(it -> type.equals(it.getType()) && "True".equals(it.getStatus()))
                .findFirst();
    }
}
