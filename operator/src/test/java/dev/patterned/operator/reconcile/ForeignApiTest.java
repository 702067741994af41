package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Objects of others, whatever they are called and however they are labelled. */
@ApiServer
class ForeignApiTest {
    private static final Duration LATER = Scene.LOOK_AGAIN.plusSeconds(10);

    @Test
    void aForeignObjectIsNamedLeftAloneAndTakenUpWhenItGoes(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            var foreign = scene.client().resource(service("web")).create();
            scene.create(Apps.web("web"));
            scene.awaitSeen("web");
            assertThat(scene.readyReason("web")).isEqualTo("NameConflict");
            assertThat(scene.condition("web", "Stalled")).isEqualTo("absent");
            assertThat(scene.client().apps().deployments().withName("web").get()).isNotNull();
            assertThat(scene.client().services().withName("web").get()).isEqualTo(foreign);
            scene.forget();

            // The next look is a GET.
            Awaitility.await().atMost(LATER).until(() -> !scene.requests().isEmpty());
            assertThat(scene.requests().stream().map(Object::toString))
                    .containsOnly("get services web (200)");
            assertThat(scene.client().services().withName("web").get()).isEqualTo(foreign);

            scene.client().resource(foreign).delete();
            Awaitility.await()
                    .atMost(LATER)
                    .until(() -> scene.client().services().withName("web").get() != null);
            scene.awaitThat(
                    "conflict over", () -> !scene.readyReason("web").equals("NameConflict"));
            assertThat(scene.writes())
                    .hasToString(
                            "[patch services web (201), patch patternedapps/status web (200)]");
        }
    }

    @Test
    void aForeignServiceThatAWaitWouldProvideIsUsedAsItIs(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            var foreign = scene.client().resource(service("db")).create();
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");

            assertThat(scene.readyReason("web")).isNotEqualTo("NameConflict");
            assertThat(scene.client().services().withName("db").get()).isEqualTo(foreign);
        }
    }

    @Test
    void copyingOurLabelsMakesNothingOurs(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");
            var copy =
                    new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("web-scripts-0000000000")
                            .withLabels(
                                    Map.of(
                                            "app.kubernetes.io/managed-by",
                                            "patterned",
                                            "patterned.dev/app",
                                            "web"))
                            .endMetadata()
                            .build();
            scene.forget();
            var made = scene.client().resource(copy).create();
            scene.awaitPasses(2);

            assertThat(scene.writes()).isEmpty();
            assertThat(scene.client().resource(made).get()).isEqualTo(made);
        }
    }

    @Test
    void aConflictDoesNotHoldUpOthers(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.client().resource(service("blocked")).create();
            scene.create(Apps.web("blocked"));
            scene.awaitSeen("blocked");
            scene.create(Apps.web("free"));
            scene.awaitSeen("free");

            assertThat(scene.readyReason("free")).isNotEqualTo("NameConflict");
        }
    }

    private static Service service(String name) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewPort()
                .withPort(5432)
                .endPort()
                .endSpec()
                .build();
    }
}
