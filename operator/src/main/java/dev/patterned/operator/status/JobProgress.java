package dev.patterned.operator.status;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.JobState;
import dev.patterned.api.v1alpha1.JobStatus;
import dev.patterned.operator.observe.Wording;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a Job is: the live one, or what the status remembers of one that is deleted.
 *
 * @param state empty where there is and was none
 * @param live whether the Job is there
 * @param why of a Job that has failed, else empty
 * @param ended when, or empty
 */
record JobProgress(
        Optional<JobState> state,
        boolean live,
        String name,
        int wanted,
        int active,
        int succeeded,
        int failed,
        @Nullable String started,
        String ended,
        String stamp,
        String why) {
    private static final int DETAIL = 400;

    static final JobProgress NONE =
            new JobProgress(Optional.empty(), false, "", 0, 0, 0, 0, null, "", "", "");

    /** Of a Job as the cluster has it. */
    static JobProgress of(Job job) {
        var spec = job.getSpec();
        var status =
                Objects.requireNonNullElseGet(
                        job.getStatus(), io.fabric8.kubernetes.api.model.batch.v1.JobStatus::new);
        var complete = condition(status, "Complete");
        var failed = condition(status, "Failed");
        var state =
                complete.isPresent()
                        ? JobState.SUCCEEDED
                        : failed.isPresent()
                                ? JobState.FAILED
                                : Boolean.TRUE.equals(spec.getSuspend())
                                        ? JobState.SUSPENDED
                                        : JobState.RUNNING;
        var annotations = job.getMetadata().getAnnotations();
        return new JobProgress(
                Optional.of(state),
                true,
                job.getMetadata().getName(),
                Objects.requireNonNullElse(spec.getCompletions(), 1),
                count(status.getActive()),
                count(status.getSucceeded()),
                count(status.getFailed()),
                status.getStartTime(),
                complete.or(() -> failed).map(JobCondition::getLastTransitionTime).orElse(""),
                (annotations == null ? Map.<String, String>of() : annotations)
                        .getOrDefault(ApiKeys.ANNOTATION_STAMP, ""),
                failed.map(JobProgress::why).orElse(""));
    }

    /** Of a Job that is deleted, as the status has it. */
    static JobProgress remembered(JobStatus status) {
        return new JobProgress(
                Optional.ofNullable(status.state()),
                false,
                Objects.requireNonNullElse(status.name(), ""),
                1,
                0,
                count(status.succeeded()),
                count(status.failed()),
                status.startTime(),
                Objects.requireNonNullElse(status.endTime(), ""),
                Objects.requireNonNullElse(status.stamp(), ""),
                "");
    }

    boolean is(JobState other) {
        return state.filter(it -> it == other).isPresent();
    }

    /** Whether it has ended, well or not. */
    boolean over() {
        return is(JobState.SUCCEEDED) || is(JobState.FAILED);
    }

    /**
     * The row in the status.
     *
     * @param generation of the spec that it is right for
     */
    JobStatus row(int running, @Nullable Long generation) {
        return new JobStatus(
                name,
                state.orElse(null),
                running,
                succeeded,
                failed,
                started,
                ended.isEmpty() ? null : ended,
                generation,
                stamp.isEmpty() ? null : stamp);
    }

    private static String why(JobCondition condition) {
        var message = Wording.line(condition.getMessage(), DETAIL);
        var reason = Objects.requireNonNullElse(condition.getReason(), "");
        return message.isEmpty() ? reason : reason + ": " + message;
    }

    private static Optional<JobCondition> condition(
            io.fabric8.kubernetes.api.model.batch.v1.JobStatus status, String type) {
        return status.getConditions().stream()
                .filter(it -> type.equals(it.getType()) && "True".equals(it.getStatus()))
                .findFirst();
    }

    private static int count(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
