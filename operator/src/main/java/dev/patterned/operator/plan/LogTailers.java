package dev.patterned.operator.plan;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.LogTailer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A log tailer: one process that prints the files of a directory, whole lines only. */
final class LogTailers {
    private static final String SCRATCH = "/run/patterned";

    private LogTailers() {}

    static Contribution contribute(App app, LogTailer tailer) {
        return Contribution.by("log tailer \"" + tailer.name() + "\"")
                .place(Stage.SIDECARS, container(app, tailer))
                .volumes(scratch(tailer).stream().toList())
                .config(Script.TAILER.config())
                .build();
    }

    private static Container container(App app, LogTailer tailer) {
        var group = app.main().identity().group();
        var securityContext =
                tailer.rotation()
                        .map(rotation -> Helpers.asMain(rotation.user(), group))
                        .orElseGet(() -> Helpers.readerOf(app.main().identity()));
        var container =
                Helpers.container(
                        tailer.name(),
                        tailer.image(),
                        Script.TAILER,
                        environment(tailer),
                        securityContext,
                        tailer.resources());
        return new ContainerBuilder(container)
                .withRestartPolicy(Helpers.NATIVE_SIDECAR)
                .addToVolumeMounts(
                        LogDirectories.mount(tailer.directory(), tailer.rotation().isEmpty()))
                .addAllToVolumeMounts(
                        scratch(tailer).stream()
                                .map(volume -> Helpers.mount(volume.getName(), SCRATCH, false))
                                .toList())
                .build();
    }

    /**
     * What rotation needs to write besides the log directory: the root file system is read-only.
     */
    private static Optional<Volume> scratch(LogTailer tailer) {
        return tailer.rotation()
                .map(_ ->
                        new VolumeBuilder()
                                .withName(DerivedNames.of("patterned-run-", tailer.name()))
                                .withNewEmptyDir()
                                .withSizeLimit(new Quantity("16Mi"))
                                .endEmptyDir()
                                .build());
    }

    private static List<EnvVar> environment(LogTailer tailer) {
        var files =
                tailer.files().stream()
                        .map(file -> tailer.directory().path() + "/" + file)
                        .collect(Collectors.joining("\n"));
        var variables = new ArrayList<EnvVar>();
        variables.add(Helpers.variable("FILES", files));
        variables.add(Helpers.variable("READ_FROM", tailer.fromBeginning() ? "beginning" : "end"));
        variables.add(Helpers.variable("PREFIX", tailer.filePrefix() ? "file" : "none"));
        tailer.rotation()
                .ifPresent(rotation -> {
                    variables.add(Helpers.variable("ROTATE_BYTES", "" + rotation.maxBytes()));
                    variables.add(Helpers.variable("ROTATE_KEEP", "" + rotation.keep()));
                });
        return variables;
    }
}
