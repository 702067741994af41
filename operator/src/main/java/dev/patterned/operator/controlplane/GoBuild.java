package dev.patterned.operator.controlplane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Builds the programs from Go modules, whose exact versions and checksums are resources of this
 * package. It needs Go and a Go module proxy, nothing else; minutes on first use, seconds while
 * Go's own build cache is warm.
 */
final class GoBuild implements BinaryMaker {

    private static final Map<String, String> PACKAGES =
            Map.of(
                    Binaries.API_SERVER, "k8s.io/kubernetes/cmd/kube-apiserver",
                    Binaries.KUBECTL, "k8s.io/kubernetes/cmd/kubectl",
                    Binaries.ETCD, "go.etcd.io/etcd/server/v3");

    private final GoCommand go;

    GoBuild(String go) {
        this.go = new GoCommand(go);
    }

    static GoBuild onPath() {
        return new GoBuild("go");
    }

    @Override
    public String name() {
        return "building from Go modules";
    }

    @Override
    public void make(KubernetesRelease release, Platform platform, Path into, Progress progress)
            throws CannotMakeException, IOException, InterruptedException {
        var work = Files.createDirectory(into.resolve("work"));
        for (var file : new String[] {"go.mod", "go.sum", "tools.go"}) {
            copyResource(release, file, work);
        }
        go.checkVersion(into);
        progress.say(
                "Building Kubernetes "
                        + release.version()
                        + " once from Go modules; this takes some minutes and is kept in "
                        + into.getParent()
                        + ".");
        for (var program : Binaries.NAMES) {
            try (var step = progress.begin("Building " + program)) {
                go.run(work, step, buildCommand(release, program, into));
                step.done();
            }
        }
        FileTrees.delete(work);
    }

    private String[] buildCommand(KubernetesRelease release, String program, Path into) {
        // A server without these calls itself v0.0.0-master and its API version checks misbehave.
        var version = "k8s.io/component-base/version.git";
        var flags =
                "-s -w -X %1$sVersion=v%2$s -X %1$sMajor=1 -X %1$sMinor=%3$s"
                        .formatted(version, release.version(), release.minor());
        return new String[] {
            "build",
            "-v",
            "-trimpath",
            "-ldflags",
            flags,
            "-o",
            into.resolve(program).toString(),
            PACKAGES.get(program)
        };
    }

    private static void copyResource(KubernetesRelease release, String file, Path into)
            throws CannotMakeException, IOException {
        try (var in = GoBuild.class.getResourceAsStream(release.version() + "/" + file + ".txt")) {
            if (in == null) {
                throw new CannotMakeException(
                        "there is no recipe for Kubernetes " + release.version());
            }
            Files.copy(in, into.resolve(file));
        }
    }
}
