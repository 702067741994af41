package dev.patterned.operator.status;

import dev.patterned.api.v1alpha1.JobState;
import dev.patterned.operator.observe.Observation;
import dev.patterned.operator.observe.PodProblem;
import dev.patterned.operator.observe.PodView;
import java.util.List;
import java.util.Locale;

/** A Job is ready when it has succeeded. */
final class JobReadiness {
    private JobReadiness() {}

    static Readiness of(
            String label, Observation observation, JobProgress job, List<PodView> pods) {
        if (job.state().isEmpty()) {
            return Readiness.blocked(Reasons.PROGRESSING, label + ": it does not exist yet");
        }
        return switch (job.state().get()) {
            case SUCCEEDED -> new Readiness(true, Reasons.SUCCEEDED, succeeded(label, job));
            case FAILED -> Readiness.blocked(Reasons.JOB_FAILED, failed(label, job, pods));
            case SUSPENDED ->
                    Readiness.blocked(
                            Reasons.SUSPENDED, label + ": held by spec.workload.job.suspend");
            case RUNNING ->
                    Creation.failure(observation)
                            .map(cause -> Creation.blocked(label, cause))
                            .orElseGet(() -> running(label, job, pods));
        };
    }

    private static String succeeded(String label, JobProgress job) {
        return label + " has completed" + at(job) + gone(job);
    }

    private static String failed(String label, JobProgress job, List<PodView> pods) {
        var pod = WorstPod.of(pods).map(it -> "; " + it.sentence()).orElse("");
        return "%s%s%s (%s)".formatted(label, failed(job), pod, wayOut(label, job));
    }

    private static String failed(JobProgress job) {
        return " has failed" + at(job) + (job.why().isEmpty() ? "" : ": " + job.why());
    }

    private static String wayOut(String label, JobProgress job) {
        return job.live()
                ? "kubectl delete %s runs it again".formatted(label.toLowerCase(Locale.ROOT))
                : "it is deleted after its ttlSecondsAfterFinished; another spec runs again";
    }

    private static String at(JobProgress job) {
        return job.ended().isEmpty() ? "" : " at " + job.ended();
    }

    private static String gone(JobProgress job) {
        return job.live() ? "" : ", and is deleted; it is not run again";
    }

    private static Readiness running(String label, JobProgress job, List<PodView> pods) {
        var worst =
                WorstPod.of(pods).filter(it -> it.kind().compareTo(PodProblem.Kind.UNREADY) < 0);
        return worst.map(RolloutReadiness::blocked)
                .orElseGet(() ->
                        Readiness.blocked(
                                Reasons.PROGRESSING,
                                "%s: %d of %d completed, %d running%s"
                                        .formatted(
                                                label,
                                                job.succeeded(),
                                                job.wanted(),
                                                job.active(),
                                                job.failed() == 0
                                                        ? ""
                                                        : ", " + job.failed() + " failed")));
    }

    /**
     * Condition Succeeded of what runs to its end. It speaks of the newest spec: a Job of an older
     * one that cannot change says nothing about that.
     */
    static void addTo(Conditions conditions, JobProgress job, Readiness said) {
        var type = ConditionType.SUCCEEDED;
        var label = "Job/" + job.name();
        if (job.state().isEmpty() || said.reason().equals(Reasons.IMMUTABLE_FIELD_CHANGE)) {
            var message = job.state().isEmpty() ? "no run has ended yet" : said.message();
            conditions.set(type, "Unknown", said.reason(), message);
        } else if (job.is(JobState.SUCCEEDED)) {
            conditions.set(type, "True", Reasons.SUCCEEDED, succeeded(label, job));
        } else if (job.is(JobState.FAILED)) {
            conditions.set(type, "False", Reasons.JOB_FAILED, label + failed(job));
        } else {
            conditions.set(type, "Unknown", Reasons.PROGRESSING, label + " has not ended yet");
        }
    }
}
