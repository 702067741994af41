package dev.patterned.operator.observe;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;

/**
 * What the caches hold of an app after a pass.
 *
 * @param workload what runs the Pods, when it is ours
 * @param jobs the Jobs of a CronJob, oldest first
 * @param pods its Pods, those that are being deleted included, by name
 */
public record Observation(Optional<HasMetadata> workload, List<Job> jobs, List<Pod> pods) {
    public Observation {
        jobs = List.copyOf(jobs);
        pods = List.copyOf(pods);
    }
}
