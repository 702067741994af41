package dev.patterned.operator.observe;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Optional;

/**
 * What the caches hold of an app after a pass.
 *
 * @param deployment the workload, when it is ours
 * @param pods its Pods, those that are being deleted included, by name
 */
public record Observation(Optional<Deployment> deployment, List<Pod> pods) {
    public Observation {
        pods = List.copyOf(pods);
    }
}
