package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.Service;
import org.junit.jupiter.api.Test;

/** Two apps that provide one Service. */
@ApiServer
class SharedServiceApiTest {

    @Test
    void oneOwnsItTheOtherUsesItAndTakesItOverWhenTheOwnerGoes(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("first", "db"));
            scene.awaitSeen("first");
            scene.create(Apps.waiting("second", "db"));
            scene.awaitSeen("second");
            assertThat(owner(service(scene))).isEqualTo("first");
            assertThat(scene.readyReason("second")).isNotEqualTo("NameConflict");

            scene.client().resource(scene.app("first")).delete();
            scene.client().resource(service(scene)).delete();

            scene.awaitThat("handed over", () -> owner(service(scene)).equals("second"));
        }
    }

    @Test
    void anOwnerThatNoLongerProvidesItHandsItOver(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("first", "db"));
            scene.awaitSeen("first");
            scene.create(Apps.waiting("second", "db"));
            scene.awaitSeen("second");

            scene.replace(Apps.web("first"));

            scene.awaitThat("handed over", () -> owner(service(scene)).equals("second"));
        }
    }

    private static Service service(Scene scene) {
        return scene.client().services().withName("db").require();
    }

    private static String owner(Service service) {
        return service.getMetadata().getOwnerReferences().getFirst().getName();
    }
}
