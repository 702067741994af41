package dev.patterned.operator.controlplane;

import dev.patterned.operator.controlplane.BinaryMaker.CannotMakeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The programs that were made before, in the layout of fabric8's kube-api-test: {@code
 * <root>/k8s/<version>-<os>-<arch>/}. A folder appears there whole or not at all.
 *
 * @param root absolute
 */
record BinaryCache(Path root) {

    Optional<Binaries> find(KubernetesRelease release, Platform platform) {
        var binaries = new Binaries(folders().resolve(platform.folderName(release)));
        return binaries.missing().isEmpty() ? Optional.of(binaries) : Optional.empty();
    }

    /**
     * Finds the programs or has them made by the first maker that can. Several processes may call
     * this at once: one makes, the others wait for it.
     *
     * @throws ControlPlaneException when no maker can; its message has every reason
     */
    Binaries findOrMake(
            KubernetesRelease release,
            Platform platform,
            List<BinaryMaker> makers,
            Progress progress)
            throws IOException, InterruptedException {
        var found = find(release, platform);
        if (found.isPresent()) {
            return found.get();
        }
        var name = platform.folderName(release);
        try (var _ =
                FolderLock.acquire(
                        root.resolve(name + ".lock"),
                        () ->
                                progress.say(
                                        "Another process is making Kubernetes "
                                                + release.version()
                                                + "; waiting for it."))) {
            found = find(release, platform);
            return found.isPresent() ? found.get() : make(release, platform, makers, progress);
        }
    }

    private Binaries make(
            KubernetesRelease release,
            Platform platform,
            List<BinaryMaker> makers,
            Progress progress)
            throws IOException, InterruptedException {
        var name = platform.folderName(release);
        var reasons = new ArrayList<String>();
        for (var maker : makers) {
            try (var partial = PartialFolder.create(folders(), name)) {
                maker.make(release, platform, partial.path(), progress);
                return new Binaries(partial.moveTo(folders().resolve(name)));
            } catch (CannotMakeException closed) {
                reasons.add(maker.name() + ": " + closed.reason());
                progress.say("Kubernetes " + release.version() + ", " + reasons.getLast());
            }
        }
        throw new ControlPlaneException(
                "There are no programs for a Kubernetes %s control plane. Put kube-apiserver, etcd and kubectl into a folder and name it in %s, or remove one of these obstacles:%n  %s"
                        .formatted(
                                release.version(),
                                ControlPlaneOptions.BINARIES_VARIABLE,
                                String.join(System.lineSeparator() + "  ", reasons)));
    }

    private Path folders() {
        return root.resolve("k8s");
    }
}
