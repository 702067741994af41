package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;

/**
 * The user's own helper beside main.
 *
 * @param beforeDependencies whether it starts before the waits
 */
public record Sidecar(
        Container container, List<LogDirectory> logDirectories, boolean beforeDependencies) {
    public Sidecar {
        logDirectories = List.copyOf(logDirectories);
    }

    /** The name of the container. */
    public String name() {
        return container.getName();
    }
}
