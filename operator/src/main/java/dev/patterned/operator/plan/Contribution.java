package dev.patterned.operator.plan;

import io.fabric8.kubernetes.api.model.Container;
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
 */
public record Contribution(
        String owner,
        List<Placed> placed,
        List<Volume> volumes,
        List<VolumeMount> mainMounts,
        List<ConfigFiles> configs) {
    public Contribution {
        placed = List.copyOf(placed);
        volumes = List.copyOf(volumes);
        mainMounts = List.copyOf(mainMounts);
        configs = List.copyOf(configs);
    }

    /** A container and its stage. */
    public record Placed(Stage stage, Container container) {}

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

        private Builder(String owner) {
            this.owner = owner;
        }

        Builder place(Stage stage, Container container) {
            placed.add(new Placed(stage, container));
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

        Contribution build() {
            return new Contribution(owner, placed, volumes, mainMounts, configs);
        }
    }
}
