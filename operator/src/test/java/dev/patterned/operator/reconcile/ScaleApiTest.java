package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.autoscaling.v1.Scale;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.junit.jupiter.api.Test;

/** Who says how many Pods there are: one place, which nobody fights over. */
@ApiServer
class ScaleApiTest {
    private static final String SCALED =
            Apps.web("web")
                    .replace(
                            "spec:",
                            "spec:\n  autoscaling: {minReplicas: 2, maxReplicas: 5}\n"
                                    + "  disruptionBudget: {maxUnavailable: 1}");

    @Test
    void theScaleOfAnAppReachesItsWorkloadAndNothingFightsIt(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.web("web"));
            scene.awaitSeen("web");

            scale(scene, 3);
            scene.awaitThat("3 replicas", () -> replicas(scene) == 3);
            scene.awaitSeen("web");
            scene.forget();
            scene.restart();
            scene.awaitPasses(1);

            assertThat(scene.writes()).isEmpty();
            assertThat(scene.app("web").getSpec().replicas()).isEqualTo(3);
        }
    }

    @Test
    void theScaleTellsAnAutoscalerWhichPodsToLookAt(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.web("web"));
            scene.awaitSeen("web");

            var scale = scene.client().resources(PatternedApp.class).withName("web").scale();

            assertThat(scale.getSpec().getReplicas()).isEqualTo(1);
            assertThat(scale.getStatus().getSelector())
                    .isEqualTo("patterned.dev/app=web,patterned.dev/component=pod");
        }
    }

    @Test
    void aManifestWithoutReplicasLeavesWhatAnAutoscalerWrote(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            apply(scene, SCALED);
            scene.awaitSeen("web");
            scale(scene, 4);
            scene.awaitThat("4 replicas", () -> replicas(scene) == 4);

            apply(scene, SCALED.replace("httpd:2.4", "httpd:2.4.66"));
            scene.awaitSeen("web");

            assertThat(scene.app("web").getSpec().replicas()).isEqualTo(4);
            assertThat(replicas(scene)).isEqualTo(4);
        }
    }

    @Test
    void aWorkloadThatIsScaledBehindTheAppsBackIsSetBack(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.web("web"));
            scene.awaitSeen("web");

            scene.client().apps().deployments().withName("web").scale(7);

            scene.awaitThat("1 replica again", () -> replicas(scene) == 1);
        }
    }

    @Test
    void autoscalerAndBudgetComeAndGoWithTheSpec(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            apply(scene, SCALED);
            scene.awaitThat("autoscaler", () -> autoscaler(scene) != null);
            assertThat(autoscaler(scene).getSpec().getScaleTargetRef())
                    .hasToString(
                            "CrossVersionObjectReference(apiVersion=patterned.dev/v1alpha1,"
                                    + " kind=PatternedApp, name=web, additionalProperties={})");
            scene.awaitThat("budget", () -> hasBudget(scene));

            scene.client()
                    .autoscaling()
                    .v2()
                    .horizontalPodAutoscalers()
                    .withName("web")
                    .edit(found -> found.edit().editSpec().withMaxReplicas(50).endSpec().build());
            scene.awaitThat("repair", () -> autoscaler(scene).getSpec().getMaxReplicas() == 5);

            apply(scene, Apps.web("web"));
            scene.awaitThat("no autoscaler", () -> autoscaler(scene) == null);
            scene.awaitThat("no budget", () -> !hasBudget(scene));
        }
    }

    private static HorizontalPodAutoscaler autoscaler(Scene scene) {
        return scene.client().autoscaling().v2().horizontalPodAutoscalers().withName("web").get();
    }

    private static boolean hasBudget(Scene scene) {
        return scene.client().policy().v1().podDisruptionBudget().withName("web").get() != null;
    }

    private static int replicas(Scene scene) {
        return scene.client()
                .apps()
                .deployments()
                .withName("web")
                .require()
                .getSpec()
                .getReplicas();
    }

    /** As kubectl scale and the autoscaler's controller do it. */
    private static void scale(Scene scene, int replicas) {
        var apps = scene.client().resources(PatternedApp.class).withName("web");
        Scale scale = apps.scale();
        scale.getSpec().setReplicas(replicas);
        apps.scale(scale);
    }

    private static void apply(Scene scene, String yaml) {
        var app =
                scene.client()
                        .getKubernetesSerialization()
                        .unmarshal(yaml, GenericKubernetesResource.class);
        scene.client()
                .resource(app)
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                .withFieldManager("somebody")
                                .build());
    }
}
