package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.DependencyState;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnNode
class WaitNodeTest {

    /** Two builds of BusyBox: upstream's with its default options, and Debian's with fewer. */
    @ParameterizedTest
    @ValueSource(strings = {"busybox:1.37", "busybox:1.28"})
    void waitsInBusyBoxEndWhenWhatTheyWaitForIsThere(String image, NodeSandbox node) {
        node.apply(Backend.service("refusing", 80, 9376));
        // In full: what a server outside the cluster says about the bare name is its own matter.
        var later = "later." + node.namespace() + ".svc.cluster.local";
        var apps =
                List.of(
                        node.pod(app("tcp", "tcp: {host: refusing, port: 80}"), image),
                        node.pod(app("ready", "service: {name: refusing, port: 80}"), image),
                        node.pod(app("dns", "dns: {host: %s}".formatted(later)), image),
                        node.pod(
                                app(
                                        "exists",
                                        "service: {name: later, port: 80, condition: Exists}"),
                                image));
        var reasons =
                List.of(
                        "refusing:80: connection refused (",
                        "refusing:80: connection refused (",
                        later + ": name does not exist (",
                        "later:80: name does not exist (");
        for (var index = 0; index < apps.size(); index++) {
            var pod = apps.get(index);
            var reason = reasons.get(index);
            node.eventually(pod.getMetadata().getName() + " says why it waits")
                    .untilAsserted(() -> assertThat(node.logs(pod, "it")).contains(reason));
        }

        node.apply(Backend.http("refusing", 9376));
        node.apply(Backend.service("later", 80, 9376));

        for (var pod : apps) {
            node.started(pod.getMetadata().getName());
            assertThat(node.logs(pod, "it")).contains(": ready (");
        }
    }

    @Test
    void anHttpWaitEndsAtAnExpectedStatus(NodeSandbox node) {
        node.apply(Backend.service("api", 80, 8080));
        node.withOperator()
                .apply(
                        app(
                                "web",
                                "http: {url: \"http://api/later\", headers: [{name: X-Caller, value: web}]}"));
        var pod = node.pod("web", it -> Kubectl.status(it).equals("Init:0/1"));
        says(node, pod, "http://api/later: connection refused (");

        node.apply(Backend.http("api", 8080));
        says(node, pod, "http://api/later: status 404 (");
        assertThat(node.isReady("web")).isFalse();
        assertThat(node.dependency("web", "it").state()).isEqualTo(DependencyState.WAITING);

        node.sh(node.started("api"), "server", "echo fine >/www/later");
        node.ready("web");
        assertThat(node.dependency("web", "it").state()).isEqualTo(DependencyState.SATISFIED);
    }

    @Test
    void aGrpcWaitEndsWhenTheServerIsServing(NodeSandbox node) {
        node.apply(Backend.service("api", 50051, 50051));
        node.withOperator().apply(app("web", "grpc: {host: api, port: 50051}"));
        var pod = node.pod("web", it -> Kubectl.status(it).equals("Init:0/1"));
        says(node, pod, "api:50051: connection refused (");

        node.apply(HealthServer.POD);
        HealthServer.set(node, HealthServer.NOT_SERVING);
        says(node, pod, "api:50051: NOT_SERVING (");
        assertThat(node.isReady("web")).isFalse();

        HealthServer.set(node, HealthServer.SERVING);
        node.ready("web");
    }

    @Test
    void aGrpcWaitSaysWhenTheServerHasNoHealthService(NodeSandbox node) {
        node.apply(Backend.service("collector", 4317, 4317));
        node.apply(HealthServer.WITHOUT_HEALTH);
        node.withOperator().apply(app("web", "grpc: {host: collector, port: 4317}"));

        var pod = node.pod("web", it -> Kubectl.status(it).equals("Init:0/1"));

        says(node, pod, "collector:4317: UNIMPLEMENTED: the server has no health service (");
    }

    private static void says(NodeSandbox node, Pod pod, String reason) {
        node.eventually("the wait says: " + reason)
                .untilAsserted(() -> assertThat(node.logs(pod, "it")).contains(reason));
    }

    private static String app(String name, String dependency) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: %s}
        spec:
          main: {image: "busybox:1.37", command: [sh, -c, "trap exit TERM; sleep 3600 & wait"]}
          dependencies:
          - {name: it, interval: 500ms, %s}
        """
                .formatted(name, dependency);
    }
}
