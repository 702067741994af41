package dev.patterned.operator.controlplane;

import java.io.IOException;
import java.util.List;

/**
 * Where the programs come from: the user's folder, the cache, upstream's download, a build, in this
 * order.
 */
final class BinaryFinder {

    private BinaryFinder() {}

    static Binaries find(ControlPlaneOptions options, Progress progress)
            throws IOException, InterruptedException {
        return find(
                options,
                Platform.current(),
                List.of(UpstreamDownload.fromUpstream(), GoBuild.onPath()),
                progress);
    }

    static Binaries find(
            ControlPlaneOptions options,
            Platform platform,
            List<BinaryMaker> makers,
            Progress progress)
            throws IOException, InterruptedException {
        var folder = options.binaries();
        // The user's folder holds one release, of the user's choice; asking for the oldest must not
        // get it silently.
        if (folder != null && options.release().equals(KubernetesRelease.NEWEST)) {
            return usersOwn(new Binaries(folder));
        }
        return new BinaryCache(options.cache())
                .findOrMake(options.release(), platform, makers, progress);
    }

    private static Binaries usersOwn(Binaries binaries) {
        var missing = binaries.missing();
        if (missing.isEmpty()) {
            return binaries;
        }
        throw new ControlPlaneException(
                "The folder %s (from %s) has no %s that can be run; it must hold kube-apiserver, etcd and kubectl."
                        .formatted(
                                binaries.folder(),
                                ControlPlaneOptions.BINARIES_VARIABLE,
                                String.join(" and no ", missing)));
    }
}
