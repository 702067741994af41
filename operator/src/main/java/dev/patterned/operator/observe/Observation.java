package dev.patterned.operator.observe;

import dev.patterned.operator.model.Target;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the caches hold of an app after a pass.
 *
 * @param deployment the workload, when it is ours
 * @param pods its Pods, those that are being deleted included, by name
 * @param awaited what the operator sees of what the app waits for; a target that is missing is the
 *     Pods' alone to look at
 */
public record Observation(
        Optional<Deployment> deployment, List<Pod> pods, Map<Target, Awaited> awaited) {
    public Observation {
        pods = List.copyOf(pods);
        awaited = Map.copyOf(awaited);
    }
}
