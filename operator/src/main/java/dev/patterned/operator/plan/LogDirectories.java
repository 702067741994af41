package dev.patterned.operator.plan;

import dev.patterned.operator.model.LogDirectory;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;

/**
 * A log directory: a volume, writable in main, and at the same path in the helpers that name it.
 */
final class LogDirectories {
    private static final String PREFIX = "patterned-logs-";

    private LogDirectories() {}

    static Contribution contribute(LogDirectory directory) {
        return Contribution.by("log directory \"" + directory.name() + "\"")
                .volumes(volume(directory))
                .mainMount(mount(directory, false))
                .build();
    }

    private static List<Volume> volume(LogDirectory directory) {
        return switch (directory.storage()) {
            case LogDirectory.UserVolume _ -> List.of();
            case LogDirectory.Scratch(var sizeLimit, var medium) ->
                    List.of(
                            new VolumeBuilder()
                                    .withName(PREFIX + directory.name())
                                    .withEmptyDir(new EmptyDirVolumeSource(medium, sizeLimit))
                                    .build());
        };
    }

    /** The mount of a directory; a helper writes only where it rotates. */
    static VolumeMount mount(LogDirectory directory, boolean readOnly) {
        var volume =
                switch (directory.storage()) {
                    case LogDirectory.UserVolume(var name) -> name;
                    case LogDirectory.Scratch _ -> PREFIX + directory.name();
                };
        return new VolumeMountBuilder()
                .withName(volume)
                .withMountPath(directory.path())
                // Absent is false: the server leaves false out, and so do we.
                .withReadOnly(readOnly ? Boolean.TRUE : null)
                .build();
    }

    static List<VolumeMount> readOnly(List<LogDirectory> directories) {
        return directories.stream().map(directory -> mount(directory, true)).toList();
    }
}
