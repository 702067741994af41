package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The main container.
 *
 * @param container as the user wrote it; mounts of log directories come with the plan
 * @param files config files of the spec
 * @param identity the user and group that its process has, where the spec says so
 */
public record MainContainer(
        Container container,
        List<LogDirectory> logDirectories,
        List<AppFile> files,
        Identity identity) {
    public MainContainer {
        files = List.copyOf(files);
        logDirectories = List.copyOf(logDirectories);
    }

    /** The name of the container. */
    public String name() {
        return container.getName();
    }

    /** Its compute resources; none where it says none. */
    public ResourceRequirements resources() {
        return Objects.requireNonNullElseGet(container.getResources(), ResourceRequirements::new);
    }

    /** The log directory of that name. */
    public Optional<LogDirectory> logDirectory(String name) {
        return logDirectories.stream()
                .filter(directory -> directory.name().equals(name))
                .findFirst();
    }
}
