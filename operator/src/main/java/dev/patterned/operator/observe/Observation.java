package dev.patterned.operator.observe;

import dev.patterned.operator.model.Target;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the caches hold of an app after a pass.
 *
 * @param workload what runs the Pods, when it is ours
 * @param jobs the Jobs of a CronJob, oldest first
 * @param pods its Pods, those that are being deleted included, by name
 * @param hangs whether a Pod stands on its node and no container of it can start, or Pods are
 *     missing: what changes that is no event of theirs
 * @param volumes by name of a Pod that hangs, what the kubelet says of its volumes
 * @param notCreated what the workload, or the Job of a CronJob, says of Pods that it cannot make,
 *     where it has no condition for that
 * @param jobNotCreated what a CronJob says of a Job that it cannot make
 * @param awaited what the operator sees of what the app waits for; a target that is missing is the
 *     Pods' alone to look at
 */
public record Observation(
        Optional<HasMetadata> workload,
        List<Job> jobs,
        List<Pod> pods,
        boolean hangs,
        Map<String, String> volumes,
        Optional<String> notCreated,
        Optional<String> jobNotCreated,
        Map<Target, Awaited> awaited) {
    public Observation {
        jobs = List.copyOf(jobs);
        pods = List.copyOf(pods);
        volumes = Map.copyOf(volumes);
        awaited = Map.copyOf(awaited);
    }

    /** Where no Pod hangs and nothing is waited for. */
    public Observation(Optional<HasMetadata> workload, List<Job> jobs, List<Pod> pods) {
        this(workload, jobs, pods, false, Map.of(), Optional.empty(), Optional.empty(), Map.of());
    }
}
