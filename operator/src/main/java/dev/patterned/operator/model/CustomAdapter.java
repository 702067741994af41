package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;

/** The user's own adapter. */
public record CustomAdapter(Container container, List<LogDirectory> logDirectories)
        implements Adapter {
    public CustomAdapter {
        logDirectories = List.copyOf(logDirectories);
    }

    @Override
    public String name() {
        return container.getName();
    }
}
