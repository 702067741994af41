package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.AuditedRequest;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.client.dsl.Resource;
import org.junit.jupiter.api.Test;

/** The policy of an isolated app is as the app says, whoever edits it. */
@ApiServer
class NetworkPolicyApiTest {
    private static final String APP =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: web}
            spec:
              main: {image: "app:1", ports: [{name: http, containerPort: 8080}]}
              ambassadors:
              - name: door
                outbound: [{name: db, port: 5432, upstreams: [{service: {name: db}, port: 5432}]}]
                inbound: [{name: web, port: 9080, protocol: HTTP, target: http}]
              isolation: {inbound: Ambassador, outbound: Ambassador}
            """;

    @Test
    void itIsThereBeforeTheWorkload(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(APP);
            scene.awaitSeen("web");

            assertThat(scene.writes().stream().map(AuditedRequest::resource))
                    .containsSubsequence("networkpolicies", "deployments");
            assertThat(scene.condition("web", "AmbassadorEnforced")).isEqualTo("Unknown");
        }
    }

    @Test
    void whatWouldOpenItOrMissThePodsIsTakenBack(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(APP);
            scene.awaitSeen("web");
            var wanted = policy(scene).require().getSpec();

            policy(scene).edit(found -> opened(found, wanted));
            awaitAgain(scene, wanted);

            policy(scene)
                    .edit(found ->
                            new NetworkPolicyBuilder(found)
                                    .editSpec()
                                    .editPodSelector()
                                    .addToMatchLabels("only", "some")
                                    .endPodSelector()
                                    .endSpec()
                                    .build());
            awaitAgain(scene, wanted);

            policy(scene).delete();
            awaitAgain(scene, wanted);
        }
    }

    @Test
    void itGoesWhenTheAppIsOpenAgain(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(APP);
            scene.awaitSeen("web");
            scene.replace(APP.replaceFirst("  isolation:.*\n", ""));

            scene.awaitThat("the policy is gone", () -> policy(scene).get() == null);
            scene.awaitThat(
                    "so is the condition",
                    () -> scene.condition("web", "AmbassadorEnforced").equals("absent"));
        }
    }

    /** One more port from everywhere. */
    private static NetworkPolicy opened(NetworkPolicy found, NetworkPolicySpec wanted) {
        assertThat(found.getSpec()).isEqualTo(wanted);
        return new NetworkPolicyBuilder(found)
                .editSpec()
                .editFirstIngress()
                .addNewPort()
                .withPort(new IntOrString(8080))
                .withProtocol("TCP")
                .endPort()
                .endIngress()
                .endSpec()
                .build();
    }

    private static void awaitAgain(Scene scene, NetworkPolicySpec wanted) {
        scene.awaitThat(
                "the policy is as wanted", () -> policy(scene).require().getSpec().equals(wanted));
    }

    private static Resource<NetworkPolicy> policy(Scene scene) {
        return scene.client().network().v1().networkPolicies().withName("web");
    }
}
