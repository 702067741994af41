package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;

/** The user's own task that runs to its end after the waits and before main. */
public record InitTask(Container container, List<LogDirectory> logDirectories) {
    public InitTask {
        logDirectories = List.copyOf(logDirectories);
    }

    /** The name of the container. */
    public String name() {
        return container.getName();
    }
}
