package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Edits that arrive while the operator is busy are not lost. */
@ApiServer
class EditsApiTest {
    private static final int EDITS = 40;

    @Test
    void fortyConcurrentEditsAllArrive(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            IntStream.range(0, EDITS).forEach(app -> scene.create(Apps.web("web-" + app)));
            IntStream.range(0, EDITS).forEach(app -> scene.awaitSeen("web-" + app));

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, EDITS)
                        .forEach(app -> threads.execute(() -> editTwice(scene, "web-" + app)));
            }

            for (var app = 0; app < EDITS; app++) {
                var name = "web-" + app;
                scene.awaitSeen(name);
                assertThat(replicas(scene, name)).as(name).isEqualTo(3);
            }
        }
    }

    @Test
    void ofFortyEditsOfOneAppTheLastOneHolds(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.web("web"));

            IntStream.rangeClosed(1, EDITS).forEach(edit -> scale(scene, "web", edit));

            scene.awaitSeen("web");
            assertThat(scene.app("web").getMetadata().getGeneration()).isEqualTo(EDITS);
            assertThat(replicas(scene, "web")).isEqualTo(EDITS);
        }
    }

    /** The second edit comes while the first one's pass is under way. */
    private static void editTwice(Scene scene, String name) {
        scale(scene, name, 2);
        scale(scene, name, 3);
    }

    private static void scale(Scene scene, String name, int replicas) {
        scene.client()
                .resources(PatternedApp.class)
                .withName(name)
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"spec\":{\"replicas\":%d}}".formatted(replicas));
    }

    private static int replicas(Scene scene, String name) {
        return scene.client().apps().deployments().withName(name).require().getSpec().getReplicas();
    }
}
