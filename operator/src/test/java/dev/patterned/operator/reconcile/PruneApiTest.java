package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Children that are no longer wanted. */
@ApiServer
class PruneApiTest {

    @Test
    void aServiceThatIsNoLongerListedGoesAtOnce(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");

            scene.replace(Apps.waiting("web", "other"));

            scene.awaitThat("gone", () -> scene.client().services().withName("db").get() == null);
            assertThat(scene.client().services().withName("other").get()).isNotNull();
        }
    }

    @Test
    void nothingGoesWhileSomethingNewCannotCome(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.web("web"));
            scene.awaitSeen("web");
            scene.client()
                    .resource(
                            new ServiceBuilder()
                                    .withNewMetadata()
                                    .withName("taken")
                                    .endMetadata()
                                    .withNewSpec()
                                    .addNewPort()
                                    .withPort(1)
                                    .endPort()
                                    .endSpec()
                                    .build())
                    .create();

            scene.replace(Apps.web("web").replace("{name: web, ports", "{name: taken, ports"));
            scene.awaitSeen("web");
            assertThat(scene.readyReason("web")).isEqualTo("NameConflict");
            assertThat(scene.client().services().withName("web").get()).isNotNull();

            scene.client().services().withName("taken").delete();
            scene.awaitThat("gone", () -> scene.client().services().withName("web").get() == null);
        }
    }

    @Test
    void scriptsGoOnlyWhenNoPodOfTheOldTemplateIsLeft(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");
            var before = scripts(scene);
            assertThat(before).hasSize(1);
            rollOut(scene, 1, 1);

            scene.replace(Apps.web("web"));
            scene.awaitSeen("web");
            rollOut(scene, 0, 2);
            scene.awaitThat(
                    "status", () -> Objects.equals(scene.app("web").getStatus().replicas(), 2));
            assertThat(scripts(scene)).isEqualTo(before);

            rollOut(scene, 1, 1);
            scene.awaitThat("gone", () -> scripts(scene).isEmpty());
        }
    }

    /** What the Deployment's controller would write; none runs here. */
    private static void rollOut(Scene scene, int updated, int all) {
        scene.client()
                .apps()
                .deployments()
                .withName("web")
                .editStatus(found ->
                        found.edit()
                                .withNewStatus()
                                .withObservedGeneration(found.getMetadata().getGeneration())
                                .withReplicas(all)
                                .withReadyReplicas(1)
                                .withAvailableReplicas(1)
                                .withUpdatedReplicas(updated)
                                .endStatus()
                                .build());
    }

    private static List<String> scripts(Scene scene) {
        return scene.client().configMaps().list().getItems().stream()
                .map(found -> found.getMetadata().getName())
                .filter(name -> name.startsWith("web-scripts-"))
                .toList();
    }
}
