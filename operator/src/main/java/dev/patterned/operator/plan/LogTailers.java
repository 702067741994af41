package dev.patterned.operator.plan;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.LogTailer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A log tailer: one process that prints the files of a directory, whole lines only. */
final class LogTailers {
    private LogTailers() {}

    static Contribution contribute(App app, LogTailer tailer) {
        return new Contribution(
                "log tailer \"" + tailer.name() + "\"",
                List.of(new Contribution.Placed(Stage.SIDECARS, container(app, tailer))),
                List.of(Helpers.runVolume()),
                List.of(),
                Set.of(Script.TAILER));
    }

    private static Container container(App app, LogTailer tailer) {
        var group = app.main().identity().group();
        var securityContext =
                tailer.rotation()
                        .map(rotation -> Helpers.asMain(rotation.user(), group))
                        .orElseGet(() -> Helpers.restricted(group));
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
                .build();
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
