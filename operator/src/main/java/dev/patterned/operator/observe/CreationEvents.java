package dev.patterned.operator.observe;

import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a StatefulSet, DaemonSet or Job cannot make its Pods, or a CronJob its Jobs: a quota, a
 * LimitRange, Pod Security, a webhook. Their controllers say so in Events and nowhere else. Pure.
 */
public final class CreationEvents {
    /** The reason of such an Event. */
    public static final String REASON = "FailedCreate";

    private CreationEvents() {}

    /** The last word, unless a Pod was made after it. Times have whole seconds. */
    static Optional<String> of(MissingPods missing, List<Warning> warnings) {
        return last(warnings)
                .filter(warning -> warning.last().compareTo(missing.newest()) >= 0)
                .map(Warning::note);
    }

    /**
     * The last word, unless a Job was made after it. What failed is tried again until it is made or
     * its time is over, and said again each time.
     *
     * @param jobs of the CronJob
     */
    static Optional<String> of(CronJob cron, List<Job> jobs, List<Warning> warnings) {
        var created = jobs.stream().map(job -> job.getMetadata().getCreationTimestamp());
        var ended = Stream.ofNullable(cron.getStatus()).map(CronJobStatus::getLastSuccessfulTime);
        var newest =
                Stream.concat(created, ended)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse("");
        return last(warnings)
                .filter(warning -> warning.last().compareTo(newest) > 0)
                .map(Warning::note);
    }

    private static Optional<Warning> last(List<Warning> warnings) {
        return warnings.stream()
                .filter(warning -> REASON.equals(warning.reason()))
                .max(Comparator.comparing(Warning::last));
    }
}
