package dev.patterned.operator.plan;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The Pod as planned: all that depends on the helpers.
 *
 * @param main the main container with its mounts
 * @param initContainers everything else, in the order of {@link Stage}
 * @param volumes the user's first, then those of helpers
 * @param scripts what the ConfigMap of scripts must hold; empty: none is needed
 */
public record PodPlan(
        Container main, List<Container> initContainers, List<Volume> volumes, Set<Script> scripts) {
    /**
     * Volume of the scripts; the name of its ConfigMap carries a hash, which the resources know.
     */
    public static final String SCRIPTS_VOLUME = "patterned-scripts";

    public PodPlan {
        initContainers = List.copyOf(initContainers);
        volumes = List.copyOf(volumes);
        scripts = scripts.isEmpty() ? Set.of() : EnumSet.copyOf(scripts);
    }
}
