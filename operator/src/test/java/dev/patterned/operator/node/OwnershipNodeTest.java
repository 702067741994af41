package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnNode
class OwnershipNodeTest {

    @Test
    void aDeletedDeploymentComesBackWithItsPod(NodeSandbox node) {
        node.withOperator().apply(app("web"));
        node.apply(Backend.http("shared", 8080));
        var pod = node.ready("web");
        var deployments = node.client().apps().deployments();
        var before = deployments.withName("web").require().getMetadata().getUid();

        var start = Instant.now();
        deployments.withName("web").delete();
        node.eventually("another Deployment")
                .untilAsserted(() ->
                        assertThat(deployments.withName("web").require().getMetadata().getUid())
                                .isNotEqualTo(before));
        var took = Duration.between(start, Instant.now());

        System.out.println("A deleted Deployment was back after " + took);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
        node.pod("web", it -> !it.getMetadata().getUid().equals(pod.getMetadata().getUid()));
        node.ready("web");
    }

    @Test
    void everythingGoesWithTheApp(NodeSandbox node) {
        node.withOperator().apply(app("web"));
        node.apply(Backend.http("shared", 8080));
        node.ready("web");
        assertThat(owned(node)).contains("Deployment", "Service", "ConfigMap", "Pod");

        node.client().resources(PatternedApp.class).withName("web").delete();

        node.eventually("nothing is left").untilAsserted(() -> assertThat(owned(node)).isEmpty());
    }

    @Test
    void aSharedServiceIsTakenOverWhenItsOwnerGoes(NodeSandbox node) {
        node.withOperator().apply(app("first"));
        var services = node.client().services();
        node.eventually("the first app owns the Service")
                .untilAsserted(() -> assertThat(owner(node)).isEqualTo("PatternedApp/first"));
        node.apply(app("second"));
        node.eventually("the second app uses it")
                .untilAsserted(() ->
                        assertThat(node.app("second").getStatus().services())
                                .containsExactly("shared"));
        assertThat(owner(node)).isEqualTo("PatternedApp/first");

        node.client().resources(PatternedApp.class).withName("first").delete();

        node.eventually("the second app owns it")
                .untilAsserted(() -> assertThat(owner(node)).isEqualTo("PatternedApp/second"));
        node.apply(Backend.http("shared", 8080));
        node.ready("second");
        assertThat(services.withName("shared").get()).isNotNull();
    }

    private static String owner(NodeSandbox node) {
        return node
                .client()
                .services()
                .withName("shared")
                .require()
                .getMetadata()
                .getOwnerReferences()
                .stream()
                .map(it -> it.getKind() + "/" + it.getName())
                .findFirst()
                .orElse("");
    }

    /** Kinds of all objects of the namespace that are an app's, also by way of others. */
    private static List<String> owned(NodeSandbox node) {
        var client = node.client();
        return Stream.<List<? extends HasMetadata>>of(
                        client.apps().deployments().list().getItems(),
                        client.apps().replicaSets().list().getItems(),
                        client.pods().list().getItems(),
                        client.services().list().getItems(),
                        client.configMaps().list().getItems())
                .flatMap(List::stream)
                .filter(object ->
                        object.getMetadata().getOwnerReferences().stream()
                                .anyMatch(OwnerReference::getController))
                .map(HasMetadata::getKind)
                .distinct()
                .toList();
    }

    private static String app(String name) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: %s}
        spec:
          main: {image: "busybox:1.37", command: [sh, -c, "trap exit TERM; sleep 3600 & wait"]}
          dependencies:
          - {name: it, interval: 500ms, service: {name: shared, port: 80, provide: {selector: {app: shared}, targetPort: 8080}}}
        """
                .formatted(name);
    }
}
