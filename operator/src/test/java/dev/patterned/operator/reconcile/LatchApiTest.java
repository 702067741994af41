package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.DependencyState;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waits on Jobs and on other apps: what the operator sees, and the Service that says "done". */
@ApiServer
class LatchApiTest {

    @Test
    void theLatchComesWithTheJobsEndAndOutlivesTheJobAndTheOperator(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(onJob("web", "migrate"));
            scene.awaitSeen("web");
            assertThat(scene.dependency("web", "wait").message())
                    .isEqualTo("no Job migrate in this namespace yet");
            assertThat(latches(scene)).isEmpty();

            Workloads.createJob(scene.client(), "migrate");
            scene.awaitThat(
                    "the Job is seen",
                    () ->
                            "Job migrate has not completed yet"
                                    .equals(scene.dependency("web", "wait").message()));
            assertThat(latches(scene)).isEmpty();

            Workloads.complete(scene.client(), "migrate");
            scene.awaitThat("a latch", () -> latches(scene).size() == 1);
            var latch = latches(scene).getFirst();
            assertThat(latch.getMetadata().getName())
                    .isEqualTo(variable(scene, "web", "HOST"))
                    .hasSizeLessThan(64);
            assertThat(latch.getSpec().getSelector()).isNullOrEmpty();
            assertThat(latch.getSpec().getClusterIP()).isNotEqualTo("None");

            var jobs = scene.client().batch().v1().jobs().withName("migrate");
            jobs.delete();
            scene.awaitThat("no Job", () -> jobs.get() == null);
            scene.restart();
            scene.awaitPasses(1);
            scene.replace(onJob("web", "migrate").replace("httpd:2.4", "httpd:2.4.66"));
            scene.awaitSeen("web");
            assertThat(latches(scene)).containsExactly(latch);
        }
    }

    @Test
    void anotherJobIsAnotherLatchAndTheOldOneGoes(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            Workloads.createJob(scene.client(), "migrate-1");
            Workloads.complete(scene.client(), "migrate-1");
            scene.create(onJob("web", "migrate-1"));
            scene.awaitThat("a latch", () -> latches(scene).size() == 1);

            scene.replace(onJob("web", "migrate-2"));

            scene.awaitThat("no latch", () -> latches(scene).isEmpty());
            Workloads.createJob(scene.client(), "migrate-2");
            Workloads.complete(scene.client(), "migrate-2");
            scene.awaitThat("another latch", () -> latches(scene).size() == 1);
        }
    }

    @Test
    void aFailedJobIsSaidAtOnceAndOneThatIsRunAgainOpensTheWait(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(onJob("web", "migrate"));
            Workloads.createJob(scene.client(), "migrate");
            Workloads.fail(scene.client(), "migrate");

            scene.awaitThat("said", () -> "DependencyFailed".equals(scene.readyReason("web")));
            var row = scene.dependency("web", "wait");
            assertThat(row.state()).isEqualTo(DependencyState.FAILED);
            assertThat(row.message())
                    .contains("BackoffLimitExceeded: Job has reached the specified backoff limit");
            assertThat(scene.condition("web", "Reconciling")).isEqualTo("True");
            assertThat(scene.condition("web", "Stalled")).isEqualTo("absent");

            scene.client().batch().v1().jobs().withName("migrate").delete();
            Workloads.createJob(scene.client(), "migrate");
            Workloads.complete(scene.client(), "migrate");
            scene.awaitThat("a latch", () -> latches(scene).size() == 1);
            scene.awaitThat("in progress", () -> "Progressing".equals(scene.readyReason("web")));
        }
    }

    @Test
    void aServiceOfThatNameThatIsNotOursIsLeftAloneAndSaid(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(onJob("web", "migrate"));
            scene.awaitSeen("web");
            var foreign =
                    new ServiceBuilder()
                            .withNewMetadata()
                            .withName(variable(scene, "web", "HOST"))
                            .endMetadata()
                            .withNewSpec()
                            .addNewPort()
                            .withPort(80)
                            .endPort()
                            .endSpec()
                            .build();
            scene.client().resource(foreign).create();

            Workloads.createJob(scene.client(), "migrate");
            Workloads.complete(scene.client(), "migrate");

            scene.awaitThat("said", () -> "NameConflict".equals(scene.readyReason("web")));
        }
    }

    @Test
    void anotherAppIsWaitedForUntilItIsReadyOnce(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(onApp("web", "db"));
            scene.awaitSeen("web");
            assertThat(scene.dependency("web", "wait").message())
                    .isEqualTo("no PatternedApp db in this namespace yet");

            scene.create(Apps.web("db"));
            scene.awaitThat(
                    "the app is seen",
                    () ->
                            "app db is not ready (Progressing)"
                                    .equals(scene.dependency("web", "wait").message()));
            Workloads.makeReady(scene.client(), "db");
            scene.awaitThat("a latch", () -> latches(scene).size() == 1);

            scene.client().resource(scene.app("db")).delete();
            scene.replace(onApp("web", "db").replace("httpd:2.4", "httpd:2.4.66"));
            scene.awaitSeen("web");
            assertThat(latches(scene)).hasSize(1);
        }
    }

    private static List<Service> latches(Scene scene) {
        return scene.client().services().list().getItems().stream()
                .filter(service -> service.getMetadata().getName().contains("-done-"))
                .filter(service -> !service.getMetadata().getOwnerReferences().isEmpty())
                .toList();
    }

    private static String variable(Scene scene, String deployment, String name) {
        var template = scene.client().apps().deployments().withName(deployment).require().getSpec();
        return template.getTemplate().getSpec().getInitContainers().getFirst().getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static String onJob(String name, String job) {
        return Apps.web(name) + "  dependencies: [{name: wait, job: {name: %s}}]\n".formatted(job);
    }

    private static String onApp(String name, String app) {
        return Apps.web(name) + "  dependencies: [{name: wait, app: {name: %s}}]\n".formatted(app);
    }
}
