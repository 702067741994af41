package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What somebody changed in a child or deleted is soon as it was. */
@ApiServer
class DriftApiTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void editsOfEachKindAreRepaired(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            var client = settled(scene);
            var deployments = client.apps().deployments();
            var image = deployment(client).getSpec().getTemplate().getSpec().getContainers();

            deployments
                    .withName("web")
                    .edit(found -> {
                        found.getSpec().setReplicas(7);
                        found.getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .getFirst()
                                .setImage("changed");
                        return found;
                    });
            awaitSoon(
                    scene,
                    "Deployment",
                    () ->
                            deployment(client).getSpec().getReplicas() == 1
                                    && deployment(client)
                                            .getSpec()
                                            .getTemplate()
                                            .getSpec()
                                            .getContainers()
                                            .equals(image));

            client.services()
                    .withName("db")
                    .edit(found -> {
                        found.getSpec().setSelector(Map.of("app", "db", "canary", "true"));
                        return found;
                    });
            awaitSoon(
                    scene,
                    "Service",
                    () -> service(client).getSpec().getSelector().equals(Map.of("app", "db")));

            client.resource(scripts(client))
                    .edit(found -> {
                        found.getMetadata().getLabels().remove("patterned.dev/app");
                        return found;
                    });
            awaitSoon(
                    scene,
                    "ConfigMap",
                    () ->
                            scripts(client)
                                    .getMetadata()
                                    .getLabels()
                                    .containsKey("patterned.dev/app"));
        }
    }

    @Test
    void aPortThatWasMovedComesBackAndLeavesNothingBehind(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            var client = settled(scene);
            client.services()
                    .withName("web")
                    .edit(found -> {
                        found.getSpec().getPorts().getFirst().setPort(81);
                        return found;
                    });
            awaitSoon(scene, "port", () -> ports(client).equals(List.of(80)));
            scene.awaitThat("no trouble", () -> !scene.readyReason("web").equals("WriteRejected"));

            scene.replace(Apps.waiting("web", "db").replace("port: 80}]", "port: 8080}]"));
            awaitSoon(scene, "another port", () -> ports(client).equals(List.of(8080)));
        }
    }

    private static List<Integer> ports(KubernetesClient client) {
        return client.services().withName("web").require().getSpec().getPorts().stream()
                .map(ServicePort::getPort)
                .toList();
    }

    @Test
    void deletedChildrenOfEachKindComeBack(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            var client = settled(scene);

            var deployment = deployment(client).getMetadata().getUid();
            client.apps().deployments().withName("web").delete();
            awaitSoon(
                    scene,
                    "Deployment",
                    () ->
                            client.apps().deployments().withName("web").get() != null
                                    && !deployment(client)
                                            .getMetadata()
                                            .getUid()
                                            .equals(deployment));

            client.services().withName("db").delete();
            awaitSoon(scene, "Service", () -> client.services().withName("db").get() != null);

            client.resource(scripts(client)).delete();
            awaitSoon(scene, "ConfigMap", () -> !listScripts(client).isEmpty());
        }
    }

    @Test
    void aChildThatLostOurLabelGetsItBack(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            var client = settled(scene);
            client.services()
                    .withName("db")
                    .edit(found -> {
                        found.getMetadata().setLabels(Map.of());
                        return found;
                    });

            awaitSoon(
                    scene,
                    "label",
                    () ->
                            "patterned"
                                    .equals(
                                            service(client)
                                                    .getMetadata()
                                                    .getLabels()
                                                    .get("app.kubernetes.io/managed-by")));
        }
    }

    @Test
    void whatOthersAddStaysAndCostsNothing(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            var client = settled(scene);
            scene.forget();
            client.apps()
                    .deployments()
                    .withName("web")
                    .edit(found -> {
                        found.getSpec()
                                .getTemplate()
                                .getMetadata()
                                .getAnnotations()
                                .put("kubectl.kubernetes.io/restartedAt", "now");
                        return found;
                    });
            scene.awaitPasses(2);

            assertThat(scene.writes()).isEmpty();
        }
    }

    private static KubernetesClient settled(Scene scene) {
        scene.create(Apps.waiting("web", "db"));
        scene.awaitSeen("web");
        return scene.client();
    }

    private static void awaitSoon(Scene scene, String what, Callable<Boolean> condition) {
        var start = Instant.now();
        scene.awaitThat(what, condition);
        var took = Duration.between(start, Instant.now());
        assertThat(took).as(what).isLessThan(SOON);
    }

    private static Deployment deployment(KubernetesClient client) {
        return client.apps().deployments().withName("web").require();
    }

    private static Service service(KubernetesClient client) {
        return client.services().withName("db").require();
    }

    private static ConfigMap scripts(KubernetesClient client) {
        return listScripts(client).getFirst();
    }

    private static List<ConfigMap> listScripts(KubernetesClient client) {
        return client.configMaps().list().getItems().stream()
                .filter(found -> found.getMetadata().getName().startsWith("web-scripts-"))
                .toList();
    }
}
