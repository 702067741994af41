package dev.patterned.operator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test holds a control plane in a JVM of its own and ends that JVM in another way. */
class ControlPlaneEndsCleanlyApiTest {

    @TempDir Path temporary;

    private final List<Process> owners = new ArrayList<>();

    @BeforeAll
    static void makePrograms() throws InterruptedException {
        ControlPlane.start(ControlPlaneOptions.defaults(), ConsoleProgress.standardError()).close();
    }

    @AfterEach
    void endOwners() {
        owners.forEach(Process::destroyForcibly);
    }

    @Test
    void leavesNothingWhenItsJvmIsTerminated() throws Exception {
        var held = hold();

        held.owner().destroy();

        assertThat(held.owner().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(held.servers()).hasSize(2).noneMatch(ControlPlaneEndsCleanlyApiTest::runs);
        assertThat(held.folder()).doesNotExist();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void isEndedByTheNextStartWhenItsJvmWasKilled() throws Exception {
        var held = hold();

        held.owner().destroyForcibly().waitFor();
        assertThat(held.servers()).hasSize(2).allMatch(ControlPlaneEndsCleanlyApiTest::runs);
        ControlPlane.start(ControlPlaneOptions.defaults(), Progress.silent()).close();

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(held.servers()).noneMatch(ControlPlaneEndsCleanlyApiTest::runs));
        assertThat(held.folder()).doesNotExist();
    }

    @Test
    void isLeftAloneByOtherStartsWhileItsJvmLives() throws Exception {
        var held = hold();

        ControlPlane.start(ControlPlaneOptions.defaults(), Progress.silent()).close();

        assertThat(held.servers()).hasSize(2).allMatch(ControlPlaneEndsCleanlyApiTest::runs);
        assertThat(held.folder()).exists();
        held.owner().destroy();
        held.owner().waitFor();
    }

    private Held hold() throws Exception {
        var owner =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                System.getProperty("java.class.path"),
                                HeldControlPlane.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        owners.add(owner);
        var lines =
                owner.inputReader(StandardCharsets.UTF_8)
                        .lines()
                        .takeWhile(line -> !line.isEmpty())
                        .toList();
        assertThat(lines).hasSize(3);
        return new Held(
                owner,
                Path.of(lines.getFirst()),
                lines.stream().skip(1).map(Long::valueOf).toList());
    }

    private record Held(Process owner, Path folder, List<Long> servers) {}

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }
}
