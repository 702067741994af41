package dev.patterned.operator.observe;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who should have made more Pods than there are, and does not say in its status why it has not. A
 * Deployment does say, in a condition. Pure.
 *
 * @param creator a StatefulSet, DaemonSet or Job that its controller has seen
 * @param newest when its newest Pod was created (RFC 3339), empty where there is none: what was in
 *     the way before that is no more
 */
record MissingPods(HasMetadata creator, String newest) {
    /** A controller that makes a Pod does so within a moment. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Conditions of a Job that makes no more Pods, or none for now. */
    private static final Set<String> AT_REST =
            Set.of("Complete", "SuccessCriteriaMet", "Failed", "FailureTarget", "Suspended");

    /**
     * Who makes the Pods of that workload.
     *
     * @param jobs of a CronJob, oldest first
     */
    static Optional<HasMetadata> creator(Optional<HasMetadata> workload, List<Job> jobs) {
        return workload.flatMap(it ->
                it instanceof CronJob
                        ? jobs.reversed().stream().<HasMetadata>map(job -> job).findFirst()
                        : workload);
    }

    /**
     * Empty where as many Pods are there as should be, or where one that is there may be what holds
     * the others up.
     *
     * @param own Pods that it controls
     */
    static Optional<MissingPods> of(HasMetadata creator, List<Pod> own) {
        var there =
                own.stream()
                        .map(pod -> PodView.of(pod, Map.of()))
                        .filter(it -> !it.failed() && !it.succeeded())
                        .toList();
        if (there.size() >= wanted(creator) || !there.stream().allMatch(MissingPods::isReady)) {
            return Optional.empty();
        }
        var newest =
                own.stream()
                        .map(pod -> pod.getMetadata().getCreationTimestamp())
                        .filter(Objects::nonNull)
                        .max(String::compareTo)
                        .orElse("");
        return Optional.of(new MissingPods(creator, newest));
    }

    /** Whether there was time enough to make them. */
    boolean late(Instant now) {
        return Wording.instant(creator.getMetadata().getCreationTimestamp())
                .filter(since -> since.plus(PATIENCE).isBefore(now))
                .isPresent();
    }

    private static boolean isReady(PodView pod) {
        return pod.condition("Ready").filter(it -> "True".equals(it.getStatus())).isPresent();
    }

    private static int wanted(HasMetadata creator) {
        return switch (creator) {
            case StatefulSet set -> wanted(set);
            case DaemonSet set -> wanted(set);
            case Job job -> wanted(job);
            default -> 0;
        };
    }

    private static int wanted(StatefulSet set) {
        return set.getStatus() != null && seen(set, set.getStatus().getObservedGeneration())
                ? Objects.requireNonNullElse(set.getSpec().getReplicas(), 1)
                : 0;
    }

    private static int wanted(DaemonSet set) {
        return set.getStatus() != null && seen(set, set.getStatus().getObservedGeneration())
                ? count(set.getStatus().getDesiredNumberScheduled())
                : 0;
    }

    private static int wanted(Job job) {
        var status = job.getStatus();
        if (status == null || status.getStartTime() == null || isAtRest(job)) {
            return 0;
        }
        var atOnce = Objects.requireNonNullElse(job.getSpec().getParallelism(), 1);
        var completions = job.getSpec().getCompletions();
        var succeeded = count(status.getSucceeded());
        if (completions == null) {
            // A queue of work: none is started once one has ended well.
            return succeeded == 0 ? atOnce : 0;
        }
        return Math.min(atOnce, completions - succeeded);
    }

    private static boolean isAtRest(Job job) {
        return job.getStatus().getConditions().stream()
                .anyMatch(it -> AT_REST.contains(it.getType()) && "True".equals(it.getStatus()));
    }

    private static boolean seen(HasMetadata workload, @Nullable Long observed) {
        return observed != null && observed.equals(workload.getMetadata().getGeneration());
    }

    private static int count(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
