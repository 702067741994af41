package dev.patterned.operator.controlplane;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;

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

    private static final int LINES_KEPT = 12;

    // Exit codes from here on mean a signal; a build that fails by itself ends with 1 or 2.
    private static final int KILLED = 128;

    private final String go;

    GoBuild(String go) {
        this.go = go;
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
        // Outside the module: an old Go refuses to say anything inside one that asks for a newer
        // Go.
        checkGo(run(into, "env", "GOVERSION"));
        progress.say(
                "Building Kubernetes "
                        + release.version()
                        + " once from Go modules; this takes some minutes and is kept in "
                        + into.getParent()
                        + ".");
        for (var program : Binaries.NAMES) {
            try (var step = progress.begin("Building " + program)) {
                run(work, step, buildCommand(release, program, into));
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

    private static void checkGo(String printed) throws CannotMakeException {
        var version = GoVersion.parse(printed);
        if (version.isPresent() && version.get().isTooOld()) {
            throw new CannotMakeException(
                    "Go %s or newer is needed and the one on the PATH is %s; see https://go.dev/dl"
                            .formatted(GoVersion.NEEDED, version.get()));
        }
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

    private String run(Path work, String... arguments)
            throws CannotMakeException, IOException, InterruptedException {
        try (var quiet = Progress.silent().begin("")) {
            return run(work, quiet, arguments);
        }
    }

    private String run(Path work, Progress.Step step, String... arguments)
            throws CannotMakeException, IOException, InterruptedException {
        var process = start(work, arguments);
        try {
            var kept = new ArrayDeque<String>();
            var reader = Thread.ofVirtual().start(() -> read(process, kept, step));
            var exit = process.waitFor();
            reader.join();
            if (exit >= KILLED) {
                throw new InterruptedException("go was ended from outside");
            }
            var output = String.join(System.lineSeparator(), kept);
            if (exit != 0) {
                throw new CannotMakeException("go " + arguments[0] + " failed: " + output);
            }
            return output;
        } finally {
            ChildProcesses.endTree(process.toHandle());
        }
    }

    private Process start(Path work, String... arguments) throws CannotMakeException {
        var command = new ProcessBuilder(go).directory(work.toFile()).redirectErrorStream(true);
        for (var argument : arguments) {
            command.command().add(argument);
        }
        var environment = command.environment();
        environment.put("CGO_ENABLED", "0");
        // The user's settings for other modules would change or refuse this build.
        environment.put("GOFLAGS", "-mod=readonly");
        environment.put("GOWORK", "off");
        environment.put("GOTOOLCHAIN", "local");
        // Here, so that whatever a killed compiler leaves goes away with the folder.
        environment.put("GOTMPDIR", work.toString());
        try {
            return command.start();
        } catch (IOException notThere) {
            throw new CannotMakeException(
                    "Go is not on the PATH; install Go %s or newer (https://go.dev/dl)"
                            .formatted(GoVersion.NEEDED));
        }
    }

    private static void read(Process process, Queue<String> kept, Progress.Step step) {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var line = lines.readLine();
            while (line != null) {
                step.detail(line);
                kept.add(line);
                if (kept.size() > LINES_KEPT) {
                    kept.remove();
                }
                line = lines.readLine();
            }
        } catch (IOException closed) {
            // The process was ended; its last words are not needed any more.
            return;
        }
    }
}
