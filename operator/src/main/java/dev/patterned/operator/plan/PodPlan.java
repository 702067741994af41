package dev.patterned.operator.plan;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;

/**
 * The Pod as planned: all that depends on the helpers.
 *
 * @param main the main container with its mounts
 * @param initContainers everything else, in the order of {@link Stage}
 * @param volumes the user's first, then those of helpers
 * @param configs files that the operator writes, each a volume beside those; the names of their
 *     ConfigMaps carry a hash, which the resources know
 */
public record PodPlan(
        Container main,
        List<Container> initContainers,
        List<Volume> volumes,
        List<ConfigFiles> configs) {
    public PodPlan {
        initContainers = List.copyOf(initContainers);
        volumes = List.copyOf(volumes);
        configs = List.copyOf(configs);
    }
}
