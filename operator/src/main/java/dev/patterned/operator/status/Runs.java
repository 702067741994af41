package dev.patterned.operator.status;

import dev.patterned.api.v1alpha1.JobState;
import dev.patterned.api.v1alpha1.JobStatus;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.apply.Rollout;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Workload;
import dev.patterned.operator.observe.Observation;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Job of an app, or the last one of a CronJob's, and what the status remembers of it.
 *
 * <p>A Job that is deleted some time after its end leaves no trace in the cluster, and must not run
 * twice: so the row in the status is more than a report. See decision 0015.
 */
public final class Runs {
    private Runs() {}

    /** Whether the kind of this app's workload runs to an end. */
    static boolean toTheEnd(App app) {
        return switch (app.workload()) {
            case Workload.Job _, Workload.CronJob _ -> true;
            case Workload.Deployment _,
                    Workload.StatefulSet _,
                    Workload.DaemonSet _,
                    Workload.Pod _ ->
                    false;
        };
    }

    static JobProgress last(
            App app, PatternedApp primary, Observation observation, List<Outcome> outcomes) {
        if (!toTheEnd(app)) {
            return JobProgress.NONE;
        }
        var live =
                Stream.concat(
                                observation.workload().stream()
                                        .filter(Job.class::isInstance)
                                        .map(Job.class::cast),
                                observation.jobs().reversed().stream())
                        .findFirst()
                        .map(JobProgress::of);
        return live.or(() -> remembered(primary, outcomes)).orElse(JobProgress.NONE);
    }

    /** What the status knows of a Job that has ended, unless another was just made. */
    private static Optional<JobProgress> remembered(PatternedApp primary, List<Outcome> outcomes) {
        var another =
                outcomes.stream()
                        .filter(outcome -> outcome.kind().equals("Job"))
                        .anyMatch(outcome -> !(outcome instanceof Outcome.Unchanged));
        return Optional.ofNullable(primary.getStatus())
                .map(PatternedAppStatus::job)
                .map(JobProgress::remembered)
                .filter(JobProgress::over)
                .filter(_ -> !another);
    }

    static @Nullable JobStatus row(
            JobProgress job, PatternedApp primary, Rollout rollout, List<Outcome> outcomes) {
        if (job.state().isEmpty()) {
            return null;
        }
        var before = primary.getStatus() == null ? null : primary.getStatus().job();
        var stuck = outcomes.stream().anyMatch(Outcome.Stuck.class::isInstance);
        return job.row(
                rollout.replicas(),
                stuck
                        ? before == null ? null : before.generation()
                        : primary.getMetadata().getGeneration());
    }

    /**
     * Whether nothing is to be done about the Job of this app: it has run for this spec and is
     * deleted since, or it is there and only the operator would make it otherwise today. A Job that
     * has failed and is deleted runs again, unless it is one that is deleted by itself.
     */
    public static boolean isSettled(PatternedApp primary, Job desired, Optional<Job> live) {
        var row = primary.getStatus() == null ? null : primary.getStatus().job();
        if (row == null) {
            return false;
        }
        var stamp = JobProgress.of(desired).stamp();
        var sameSpec = primary.getMetadata().getGeneration().equals(row.generation());
        if (live.isPresent()) {
            var there = JobProgress.of(live.get()).stamp();
            return sameSpec && there.equals(row.stamp()) && !there.equals(stamp);
        }
        var past = JobProgress.remembered(row);
        var expires = desired.getSpec().getTtlSecondsAfterFinished() != null;
        return (sameSpec || stamp.equals(row.stamp()))
                && (past.is(JobState.SUCCEEDED) || (past.is(JobState.FAILED) && expires));
    }
}
