package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.AuditedRequest;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.StatusDetails;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many requests an app costs, counted by the API server. */
@ApiServer
class RequestsApiTest {

    @Test
    void creatingTakesOneWriteAChildAndOneForTheStatus(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");

            var writes = scene.writes().stream().map(AuditedRequest::resource).toList();
            assertThat(writes.subList(0, 3))
                    .containsExactlyInAnyOrder("configmaps", "services", "services");
            assertThat(writes.subList(3, writes.size()))
                    .containsExactly("deployments", "patternedapps/status");
            assertThat(scene.passes()).isEqualTo(1);
        }
    }

    @Test
    void anEditTakesOneWriteForTheChildAndOneForTheStatus(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");
            scene.forget();

            scene.replace(Apps.waiting("web", "db").replace("httpd:2.4", "httpd:2.4.66"));
            scene.awaitSeen("web");

            assertThat(scene.writes().stream().map(AuditedRequest::resource))
                    .containsExactly("deployments", "patternedapps/status");
            assertThat(scene.passes()).isEqualTo(2);
        }
    }

    @Test
    void aRestartSendsNothing(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");
            scene.forget();

            scene.restart();
            scene.awaitPasses(1);

            assertThat(scene.writes()).isEmpty();
        }
    }

    @Test
    void deletingSendsNothing(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");
            scene.forget();

            scene.client().resource(scene.app("web")).delete();
            collectGarbage(scene);
            // Whatever these deletions lead to is over when a later app has had its pass.
            scene.create(Apps.web("later"));
            scene.awaitSeen("later");

            assertThat(scene.writes().stream().map(AuditedRequest::name)).containsOnly("later");
        }
    }

    private static void collectGarbage(Scene scene) {
        var web = Map.of("patterned.dev/app", "web");
        List<StatusDetails> deleted = scene.client().services().withLabels(web).delete();
        assertThat(deleted).hasSize(2);
        scene.client().configMaps().withLabels(web).delete();
        scene.client().apps().deployments().withLabels(web).delete();
    }
}
