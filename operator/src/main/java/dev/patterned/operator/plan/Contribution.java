package dev.patterned.operator.plan;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Set;

/**
 * What one helper, or one log directory, adds to the Pod.
 *
 * @param owner who says so, for the message of a clash, such as {@code log tailer "access"}
 * @param placed containers and the stage of each
 * @param volumes volumes; the same one may come from several owners if it is equal
 * @param mainMounts mounts in the main container
 * @param scripts scripts that its containers run
 */
public record Contribution(
        String owner,
        List<Placed> placed,
        List<Volume> volumes,
        List<VolumeMount> mainMounts,
        Set<Script> scripts) {
    public Contribution {
        placed = List.copyOf(placed);
        volumes = List.copyOf(volumes);
        mainMounts = List.copyOf(mainMounts);
        scripts = Set.copyOf(scripts);
    }

    /** A container and its stage. */
    public record Placed(Stage stage, Container container) {}

    /** One container, and nothing else. */
    static Contribution container(String owner, Stage stage, Container container) {
        return new Contribution(
                owner, List.of(new Placed(stage, container)), List.of(), List.of(), Set.of());
    }
}
