package dev.patterned.operator.plan;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What one helper, or one log directory, adds to the Pod.
 *
 * @param owner who says so, for the message of a clash, such as {@code log tailer "access"}
 * @param placed containers and the stage of each
 * @param volumes volumes; the same one may come from several owners if it is equal
 * @param mainMounts mounts in the main container
 * @param configs files that its containers read, as volumes of their own
 * @param variables what stands first in the environment of main and of the user's other containers
 */
public record Contribution(
        String owner,
        List<Placed> placed,
        List<Volume> volumes,
        List<VolumeMount> mainMounts,
        List<ConfigFiles> configs,
        List<EnvVar> variables) {
    public Contribution {
        placed = List.copyOf(placed);
        volumes = List.copyOf(volumes);
        mainMounts = List.copyOf(mainMounts);
        configs = List.copyOf(configs);
        variables = List.copyOf(variables);
    }

    /**
     * A container and its stage.
     *
     * @param takesVariables whether those that others inject stand in its environment too
     */
    public record Placed(Stage stage, Container container, boolean takesVariables) {}

    /** An empty contribution, to be filled. */
    static Builder by(String owner) {
        return new Builder(owner);
    }

    /** Says only what a helper has. */
    static final class Builder {
        private final String owner;
        private final List<Placed> placed = new ArrayList<>();
        private final List<Volume> volumes = new ArrayList<>();
        private final List<VolumeMount> mainMounts = new ArrayList<>();
        private final List<ConfigFiles> configs = new ArrayList<>();
        private final List<EnvVar> variables = new ArrayList<>();

        private Builder(String owner) {
            this.owner = owner;
        }

        Builder place(Stage stage, Container container) {
            placed.add(new Placed(stage, container, false));
            return this;
        }

        /** A container of the user's, which may need what ambassadors offer. */
        Builder placeUsers(Stage stage, Container container) {
            placed.add(new Placed(stage, container, true));
            return this;
        }

        Builder volumes(Collection<Volume> more) {
            volumes.addAll(more);
            return this;
        }

        Builder mainMount(VolumeMount mount) {
            mainMounts.add(mount);
            return this;
        }

        Builder config(ConfigFiles config) {
            configs.add(config);
            return this;
        }

        Builder variable(EnvVar variable) {
            variables.add(variable);
            return this;
        }

        Contribution build() {
            return new Contribution(owner, placed, volumes, mainMounts, configs, variables);
        }
    }
}
