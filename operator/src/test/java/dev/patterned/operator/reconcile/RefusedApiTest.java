package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Apps that the validator or the server refuses, and paused ones. */
@ApiServer
class RefusedApiTest {

    @Test
    void aRefusedSpecLeavesTheRunningChildrenAsTheyAre(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");
            scene.forget();

            scene.replace(Apps.refused("web"));
            scene.awaitSeen("web");

            assertThat(scene.condition("web", "Accepted")).isEqualTo("False");
            assertThat(scene.condition("web", "Stalled")).isEqualTo("True");
            assertThat(scene.writes()).hasToString("[patch patternedapps/status web (200)]");
        }
    }

    @Test
    void aRefusedAppDelaysNobody(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.refused("broken"));
            scene.create(Apps.web("fine"));
            scene.awaitSeen("fine");
            scene.awaitSeen("broken");

            assertThat(scene.client().apps().deployments().withName("fine").get()).isNotNull();
            assertThat(scene.client().apps().deployments().withName("broken").get()).isNull();
        }
    }

    @Test
    void aCorrectedSpecGoesOn(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.refused("web"));
            scene.awaitSeen("web");

            scene.replace(Apps.web("web"));
            scene.awaitSeen("web");

            assertThat(scene.condition("web", "Accepted")).isEqualTo("True");
            assertThat(scene.client().apps().deployments().withName("web").get()).isNotNull();
        }
    }

    @Test
    void aPausedAppIsLookedAtButNotTouched(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.web("web"));
            scene.awaitSeen("web");
            scene.replace(Apps.web("web") + "  paused: true\n");
            scene.awaitSeen("web");
            scene.forget();

            scene.client().services().withName("web").delete();
            scene.replace(Apps.web("web") + "  paused: true\n  replicas: 3\n");
            scene.awaitSeen("web");

            assertThat(scene.writes()).hasToString("[patch patternedapps/status web (200)]");
            assertThat(scene.client().services().withName("web").get()).isNull();
        }
    }

    @Test
    void whatTheServerRefusesIsSaidAndTriedAgain(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            allowServices(scene.client(), 0);
            scene.create(Apps.web("web"));
            scene.awaitSeen("web");
            assertThat(scene.readyReason("web")).isEqualTo("QuotaExceeded");
            assertThat(scene.condition("web", "Stalled")).isEqualTo("absent");
            assertThat(scene.client().apps().deployments().withName("web").get()).isNotNull();

            allowServices(scene.client(), 5);
            scene.awaitThat(
                    "Service", () -> scene.client().services().withName("web").get() != null);
        }
    }

    @Test
    void aChildThatTheServerFailsOverDoesNotHoldUpTheOthers(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            var webhook = scene.client().resource(deadWebhook(sandbox.namespace())).create();
            try {
                scene.create(Apps.web("web"));
                scene.awaitSeen("web");

                assertThat(scene.readyReason("web")).isEqualTo("WriteRejected");
                assertThat(scene.client().apps().deployments().withName("web").get()).isNotNull();
            } finally {
                scene.client().resource(webhook).delete();
            }
            scene.awaitThat(
                    "Service", () -> scene.client().services().withName("web").get() != null);
        }
    }

    /** Asked about every Service of the namespace, and not there: the server answers 500. */
    private static ValidatingWebhookConfiguration deadWebhook(String namespace) {
        return new ValidatingWebhookConfigurationBuilder()
                .withNewMetadata()
                .withName(namespace)
                .endMetadata()
                .addNewWebhook()
                .withName("dead.example.com")
                .withAdmissionReviewVersions("v1")
                .withSideEffects("None")
                .withNewNamespaceSelector()
                .addToMatchLabels("kubernetes.io/metadata.name", namespace)
                .endNamespaceSelector()
                .addNewRule()
                .withApiGroups("")
                .withApiVersions("v1")
                .withOperations("CREATE")
                .withResources("services")
                .endRule()
                .withNewClientConfig()
                .withUrl("https://127.0.0.1:1/")
                .endClientConfig()
                .endWebhook()
                .build();
    }

    /** No controller runs that would fill in the status, which is what admission goes by. */
    private static void allowServices(KubernetesClient client, int most) {
        var hard = Map.of("services", new Quantity(String.valueOf(most)));
        var quota =
                new ResourceQuotaBuilder()
                        .withNewMetadata()
                        .withName("few")
                        .endMetadata()
                        .withNewSpec()
                        .withHard(hard)
                        .endSpec()
                        .build();
        client.resource(quota).serverSideApply();
        client.resourceQuotas()
                .withName("few")
                .editStatus(found ->
                        found.edit()
                                .withNewStatus()
                                .withHard(hard)
                                .withUsed(Map.of("services", new Quantity("0")))
                                .endStatus()
                                .build());
    }
}
