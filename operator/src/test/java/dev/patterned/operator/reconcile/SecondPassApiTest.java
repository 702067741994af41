package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.resources.Expansion;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.GoldenCases;
import dev.patterned.operator.testing.PodMonitorKind;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.junit.jupiter.api.Test;

/** For every golden case: k+1 writes to create it, and nothing from then on. */
@ApiServer
class SecondPassApiTest {

    @Test
    void aSecondPassSendsNothingForAnyGoldenCase(Sandbox sandbox) {
        try (var _ = PodMonitorKind.install(sandbox.client());
                var scene = Scene.start(sandbox)) {
            for (var golden : GoldenCases.all()) {
                var children = Expansion.children(golden.model());
                scene.forget();
                var app = scene.create(golden.app());
                var name = app.getMetadata().getName();
                scene.awaitSeen(name);
                assertThat(scene.writes()).as(golden.name()).hasSize(children.size() + 1);
                scene.forget();

                lookAgain(scene, children.getLast().object());

                assertThat(scene.writes()).as(golden.name()).isEmpty();
                remove(scene, app);
            }
        }
    }

    /** An annotation of somebody else is an event, but no change that concerns the operator. */
    private static void lookAgain(Scene scene, HasMetadata workload) {
        var before = scene.passes();
        scene.client()
                .resource(workload)
                .inNamespace(scene.client().getNamespace())
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"annotations\":{\"example.com/poke\":\"1\"}}}");
        scene.awaitPasses(before + 1);
    }

    /**
     * As the garbage collector would, once the operator knows that the app is gone: an app that
     * comes after it in the same watch is seen. Until then it would make the children again.
     */
    private static void remove(Scene scene, PatternedApp app) {
        scene.client().resource(app).delete();
        var later = scene.create(Apps.web("later") + "  paused: true\n");
        scene.awaitSeen("later");
        scene.client().resource(later).delete();
        Child.KINDS.forEach(kind ->
                scene.client()
                        .resources(kind)
                        .withGracePeriod(0)
                        .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                        .delete());
    }
}
