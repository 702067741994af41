package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.LinePrefix;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.ReadFrom;
import dev.patterned.api.v1alpha1.StartBefore;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.AppFile;
import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.HelperResources;
import dev.patterned.operator.model.Images;
import dev.patterned.operator.model.InitTask;
import dev.patterned.operator.model.LogDirectory;
import dev.patterned.operator.model.LogTailer;
import dev.patterned.operator.model.MainContainer;
import dev.patterned.operator.model.Sidecar;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A valid spec as the model. Called only when no rule has refused it: what it resolves is there.
 */
final class ModelBuilder {
    private ModelBuilder() {}

    static App build(AppId id, PatternedAppSpec spec) {
        var main = main(spec);
        var ambassadors = Ambassadors.of(spec, main);
        return new App(
                id,
                Workloads.of(spec),
                Objects.requireNonNullElse(spec.replicas(), Defaults.REPLICAS),
                main,
                logTailers(spec, main),
                ambassadors,
                Adapters.of(spec, main),
                sidecars(spec, main),
                initTasks(spec, main),
                spec.dependencies().stream()
                        .map(dependency -> Dependencies.of(dependency, ambassadors))
                        .toList(),
                Services.of(spec),
                Isolations.of(spec.isolation()),
                volumes(spec),
                PodDefaults.options(spec),
                Availabilities.of(spec),
                Boolean.TRUE.equals(spec.paused()));
    }

    private static MainContainer main(PatternedAppSpec spec) {
        var main = spec.main();
        var container = Containers.of(Defaults.mainName(main), main);
        container.setStdin(main.stdin());
        container.setTty(main.tty());
        var drain = PodDefaults.drainSeconds(spec);
        if (drain > 0) {
            container.setLifecycle(draining(container.getLifecycle(), drain));
        }
        var directories = main.logDirectories().stream().map(ModelBuilder::logDirectory).toList();
        var files =
                main.files().stream()
                        .map(file -> new AppFile(file.path(), file.content()))
                        .toList();
        return new MainContainer(container, directories, files, MainIdentity.of(spec));
    }

    /**
     * Callers come through the ambassador while endpoints are still being removed: main and it go
     * on answering for that time.
     */
    private static Lifecycle draining(@Nullable Lifecycle own, long seconds) {
        return (own == null ? new LifecycleBuilder() : new LifecycleBuilder(own))
                .withNewPreStop()
                .withNewSleep(seconds)
                .endPreStop()
                .build();
    }

    private static LogDirectory logDirectory(dev.patterned.api.v1alpha1.LogDirectory directory) {
        var storage =
                directory.volume() == null
                        ? new LogDirectory.Scratch(
                                Defaults.sizeLimit(directory.sizeLimit()),
                                Wire.of(directory.medium()))
                        : new LogDirectory.UserVolume(directory.volume());
        return new LogDirectory(
                directory.name(), Defaults.withoutTrailingSlash(directory.path()), storage);
    }

    private static List<LogTailer> logTailers(PatternedAppSpec spec, MainContainer main) {
        var beside = HelperResources.beside(main.resources());
        return spec.logTailers().stream()
                .map(tailer ->
                        new LogTailer(
                                tailer.name(),
                                directory(main, tailer.logDirectory()),
                                tailer.files(),
                                tailer.readFrom() != ReadFrom.END,
                                tailer.prefix() == LinePrefix.FILE,
                                rotation(tailer.rotate(), main),
                                Objects.requireNonNullElse(tailer.image(), Images.BUSYBOX),
                                Objects.requireNonNullElse(tailer.resources(), beside)))
                .toList();
    }

    private static Optional<LogTailer.Rotation> rotation(
            dev.patterned.api.v1alpha1.@Nullable Rotation rotate, MainContainer main) {
        if (rotate == null) {
            return Optional.empty();
        }
        return Optional.of(
                new LogTailer.Rotation(
                        Quantities.bytes(rotate.maxSize()),
                        Objects.requireNonNullElse(rotate.keep(), Defaults.ROTATE_KEEP),
                        main.identity().user().orElseThrow()));
    }

    private static List<Sidecar> sidecars(PatternedAppSpec spec, MainContainer main) {
        return spec.sidecars().stream()
                .map(sidecar ->
                        new Sidecar(
                                Containers.of(sidecar.name(), sidecar),
                                directories(main, sidecar.logDirectories()),
                                sidecar.startBefore() == StartBefore.DEPENDENCIES))
                .toList();
    }

    private static List<InitTask> initTasks(PatternedAppSpec spec, MainContainer main) {
        return spec.initContainers().stream()
                .map(task ->
                        new InitTask(
                                Containers.of(task.name(), task),
                                directories(main, task.logDirectories())))
                .toList();
    }

    static List<LogDirectory> directories(MainContainer main, List<String> names) {
        return names.stream().map(name -> directory(main, name)).toList();
    }

    private static LogDirectory directory(MainContainer main, String name) {
        return main.logDirectory(name).orElseThrow();
    }

    private static List<Volume> volumes(PatternedAppSpec spec) {
        return spec.volumes().stream()
                .map(volume ->
                        new VolumeBuilder()
                                .withName(volume.name())
                                .withConfigMap(volume.configMap())
                                .withSecret(volume.secret())
                                .withEmptyDir(volume.emptyDir())
                                .withPersistentVolumeClaim(volume.persistentVolumeClaim())
                                .withProjected(volume.projected())
                                .withDownwardAPI(volume.downwardAPI())
                                .withEphemeral(volume.ephemeral())
                                .withImage(volume.image())
                                .build())
                .toList();
    }
}
