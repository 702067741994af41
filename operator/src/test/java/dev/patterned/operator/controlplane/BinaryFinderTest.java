package dev.patterned.operator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patterned.operator.controlplane.BinaryMaker.CannotMakeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryFinderTest {

    private static final Platform LINUX = new Platform("linux", "amd64");

    @TempDir Path home;

    private final RecordedProgress progress = new RecordedProgress();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void takesTheUsersFolderBeforeTheCache() throws Exception {
        fill(cached("1.37.2-linux-amd64"));
        var own = fill(home.resolve("own"));

        assertThat(find(options().withBinaries(own)).folder()).isEqualTo(own);
    }

    @Test
    void refusesAnIncompleteFolderOfTheUserInsteadOfBuilding() throws Exception {
        var own = fill(home.resolve("own"));
        Files.delete(own.resolve("etcd"));

        assertThatThrownBy(() -> find(options().withBinaries(own), maker("any")))
                .isInstanceOf(ControlPlaneException.class)
                .hasMessage(
                        "The folder "
                                + own
                                + " (from PATTERNED_CONTROL_PLANE_BIN) has no etcd that can be run;"
                                + " it must hold kube-apiserver, etcd and kubectl.");
        assertThat(made).hasValue(0);
    }

    @Test
    void doesNotPassTheUsersFolderOffAsTheOldestRelease() throws Exception {
        var own = fill(home.resolve("own"));
        var oldest = fill(cached("1.33.13-linux-amd64"));

        var found = find(options().withBinaries(own).withRelease(KubernetesRelease.OLDEST));

        assertThat(found.folder()).isEqualTo(oldest);
    }

    @Test
    void makesWhatTheCacheLacksOnce() throws Exception {
        var first = find(options(), maker("first"));
        var second = find(options(), maker("second"));

        assertThat(made).hasValue(1);
        assertThat(first).isEqualTo(second);
        assertThat(first.folder()).isEqualTo(cached("1.37.2-linux-amd64"));
        assertThat(progress.said()).isEmpty();
    }

    @Test
    void goesOnToTheNextWayAndSaysWhyInOneLine() throws Exception {
        find(
                options(),
                closed("downloading from upstream", "dl.k8s.io cannot be reached"),
                maker("building"));

        assertThat(made).hasValue(1);
        assertThat(progress.said())
                .containsExactly(
                        "Kubernetes 1.37.2, downloading from upstream: dl.k8s.io cannot be reached");
    }

    @Test
    void namesEveryObstacleWhenNoWayIsOpen() {
        assertThatThrownBy(() ->
                        find(
                                options(),
                                closed("downloading", "no way out"),
                                closed("building", "no Go")))
                .isInstanceOf(ControlPlaneException.class)
                .hasMessage(
                        "There are no programs for a Kubernetes 1.37.2 control plane. Put kube-apiserver, etcd and"
                                + " kubectl into a folder and name it in PATTERNED_CONTROL_PLANE_BIN, or remove one of these"
                                + " obstacles:%n  downloading: no way out%n  building: no Go"
                                        .formatted());
        assertThat(cached("")).isEmptyDirectory();
    }

    @Test
    void leavesNothingHalfMadeWhenInterrupted() {
        var interrupted =
                new Maker(
                        "building",
                        into -> {
                            fill(into);
                            Files.delete(into.resolve("etcd"));
                            throw new InterruptedException();
                        });

        assertThatThrownBy(() -> find(options(), interrupted))
                .isInstanceOf(InterruptedException.class);
        assertThat(cached("")).isEmptyDirectory();
    }

    @Test
    void removesWhatAKilledBuildLeft() throws Exception {
        fill(cached("1.37.2-linux-amd64.partial-1"));

        find(options(), maker("building"));

        assertThat(cached("")).isDirectoryNotContaining("glob:**.partial-*");
    }

    @Test
    void buildsOnceForTwoThatAskAtTheSameTime() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Binaries> search = () -> find(options(), maker("building"));
            for (var found : threads.invokeAll(List.of(search, search))) {
                assertThat(found.get().missing()).isEmpty();
            }
        }

        assertThat(made).hasValue(1);
    }

    private ControlPlaneOptions options() {
        return ControlPlaneOptions.from(Map.of(), home);
    }

    private Path cached(String name) {
        return home.resolve(".cache/patterned/control-plane/k8s").resolve(name);
    }

    private Binaries find(ControlPlaneOptions options, BinaryMaker... makers) throws Exception {
        return BinaryFinder.find(options, LINUX, List.of(makers), progress);
    }

    private Maker maker(String name) {
        return new Maker(
                name,
                into -> {
                    made.incrementAndGet();
                    fill(into);
                });
    }

    private static Maker closed(String name, String reason) {
        return new Maker(
                name,
                into -> {
                    throw new CannotMakeException(reason);
                });
    }

    private static Path fill(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var name : Binaries.NAMES) {
            assertThat(Files.createFile(folder.resolve(name)).toFile().setExecutable(true))
                    .isTrue();
        }
        return folder;
    }

    private record Maker(String name, Making making) implements BinaryMaker {

        @Override
        public void make(KubernetesRelease release, Platform platform, Path into, Progress progress)
                throws CannotMakeException, IOException, InterruptedException {
            making.make(into);
        }
    }

    private interface Making {
        void make(Path into) throws CannotMakeException, IOException, InterruptedException;
    }
}
