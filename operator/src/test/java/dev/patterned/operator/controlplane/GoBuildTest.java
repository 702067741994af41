package dev.patterned.operator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patterned.operator.controlplane.BinaryMaker.CannotMakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With shell scripts in Go's place. */
class GoBuildTest {

    private static final Platform LINUX = new Platform("linux", "amd64");

    @TempDir Path folder;

    private final RecordedProgress progress = new RecordedProgress();
    private Path into;

    @BeforeEach
    void makeTarget() throws Exception {
        into = Files.createDirectories(folder.resolve("k8s/partial"));
    }

    @Test
    void saysThatGoIsMissingAndWhereToGetIt() {
        assertThatThrownBy(
                        () -> build(folder.resolve("no-go").toString(), KubernetesRelease.NEWEST))
                .isInstanceOf(CannotMakeException.class)
                .hasMessage("Go is not on the PATH; install Go 1.26 or newer (https://go.dev/dl)");
    }

    @Test
    void saysThatGoIsTooOld() throws Exception {
        var go = script("echo go1.24.9");

        assertThatThrownBy(() -> build(go, KubernetesRelease.NEWEST))
                .isInstanceOf(CannotMakeException.class)
                .hasMessage(
                        "Go 1.26 or newer is needed and the one on the PATH is 1.24; see https://go.dev/dl");
        assertThat(progress.said()).isEmpty();
    }

    @Test
    void hasNoRecipeForOtherReleases() throws Exception {
        var go = script("echo go1.26.0");

        assertThatThrownBy(() -> build(go, new KubernetesRelease("1.35.1", "3.6.5")))
                .isInstanceOf(CannotMakeException.class)
                .hasMessage("there is no recipe for Kubernetes 1.35.1");
    }

    @Test
    void buildsEachProgramWithItsReleaseStampedOn() throws Exception {
        var calls = folder.resolve("calls");
        var go =
                script(
                        """
                        if [ "$1" = env ]; then echo go1.26.8; exit; fi
                        ls go.mod go.sum tools.go >/dev/null || exit 1
                        echo "$CGO_ENABLED $GOWORK $*" >> %s
                        """
                                .formatted(calls));

        build(go, KubernetesRelease.OLDEST);

        var stamp =
                "-s -w -X k8s.io/component-base/version.gitVersion=v1.33.13"
                        + " -X k8s.io/component-base/version.gitMajor=1 -X k8s.io/component-base/version.gitMinor=33";
        var command = "0 off build -v -trimpath -ldflags " + stamp + " -o " + into + "/";
        assertThat(calls)
                .hasContent(
                        command
                                + "kube-apiserver k8s.io/kubernetes/cmd/kube-apiserver\n"
                                + command
                                + "kubectl k8s.io/kubernetes/cmd/kubectl\n"
                                + command
                                + "etcd go.etcd.io/etcd/server/v3\n");
        assertThat(progress.said())
                .containsExactly(
                        "Building Kubernetes 1.33.13 once from Go modules; this takes some minutes and is kept in "
                                + into.getParent()
                                + ".",
                        "Building kube-apiserver",
                        "Building kubectl",
                        "Building etcd");
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void givesTheCompilersLastWordsWhenABuildFails() throws Exception {
        var go =
                script(
                        """
                        if [ "$1" = env ]; then echo go1.26.8; exit; fi
                        echo no space left on device >&2; exit 1
                        """);

        assertThatThrownBy(() -> build(go, KubernetesRelease.NEWEST))
                .isInstanceOf(CannotMakeException.class)
                .hasMessage("go build failed: no space left on device");
    }

    @Test
    void endsTheCompilersWhenInterrupted() throws Exception {
        var pid = folder.resolve("pid");
        var go =
                script(
                        """
                        if [ "$1" = env ]; then echo go1.26.8; exit; fi
                        sleep 600 & echo $! > %1$s.tmp; mv %1$s.tmp %1$s; wait
                        """
                                .formatted(pid));
        var failure = new AtomicReference<Exception>();
        var thread =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                build(go, KubernetesRelease.NEWEST);
                            } catch (Exception interrupted) {
                                failure.set(interrupted);
                            }
                        });
        Awaitility.await().until(() -> Files.exists(pid));

        thread.interrupt();
        thread.join();

        assertThat(failure.get()).isInstanceOf(InterruptedException.class);
        var compiler = Long.parseLong(Files.readString(pid).strip());
        Awaitility.await().until(() -> ProcessHandle.of(compiler).isEmpty());
    }

    private void build(String go, KubernetesRelease release) throws Exception {
        new GoBuild(go).make(release, LINUX, into, progress);
    }

    private String script(String body) throws Exception {
        var file = Files.writeString(folder.resolve("go"), "#!/bin/sh\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }
}
