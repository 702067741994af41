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
 * @param hangs whether a Pod stands on its node and no container of it can start: what changes that
 *     is no event of the Pod's
 * @param volumes by name of a Pod that hangs, what the kubelet says of its volumes
 * @param awaited what the operator sees of what the app waits for; a target that is missing is the
 *     Pods' alone to look at
 */
public record Observation(
        Optional<Deployment> deployment,
        List<Pod> pods,
        boolean hangs,
        Map<String, String> volumes,
        Map<Target, Awaited> awaited) {
    public Observation {
        pods = List.copyOf(pods);
        volumes = Map.copyOf(volumes);
        awaited = Map.copyOf(awaited);
    }

    /** Where no Pod hangs and nothing is waited for. */
    public Observation(Optional<Deployment> deployment, List<Pod> pods) {
        this(deployment, pods, false, Map.of(), Map.of());
    }
}
