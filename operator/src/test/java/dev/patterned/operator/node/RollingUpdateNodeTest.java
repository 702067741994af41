package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Callers of an app behind an inbound listener notice neither its rolling updates nor that it is
 * scaled down, whether they make a connection for each request or keep one; and main reaches others
 * up to its last second.
 */
@OnNode
class RollingUpdateNodeTest {
    private static final int UPDATES = 3;
    private static final int REPLICAS = 2;
    private static final int STOPPED = UPDATES * REPLICAS + 1;
    private static final int LAST_CALLS = 3;
    private static final List<String> CALLING = List.of("new-connections", "kept-connection");

    private static final String APP =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: shop}
            spec:
              replicas: 2
              main:
                image: busybox:1.37
                command: [sh, -c]
                args:
                - |
                  mkdir -p /tmp/www; echo main >/tmp/www/index.html
                  last() { for second in 1 2 3; do sleep 1; wget -q -T 2 -O - http://$DB_HOST:$DB_PORT/last-call; done; exit 0; }
                  trap last TERM
                  httpd -p 127.0.0.1:8080 -h /tmp/www
                  sleep 3600 & wait
                ports: [{name: http, containerPort: 8080}]
                readinessProbe: {httpGet: {path: /, port: http}, periodSeconds: 1}
              ambassadors:
              - name: door
                outbound: [{name: db, port: 6000, protocol: HTTP, upstreams: [{service: {name: db}, port: 80}]}]
                inbound: [{name: web, port: 9080, protocol: HTTP, target: http}]
              services: [{name: shop, ports: [{name: http, port: 80, target: web}]}]
              isolation: {inbound: Ambassador}
            """;

    /**
     * Each line is a request's status; 000 is one without an answer. They count from the first
     * answer on: a node's proxy knows of a ready Pod a little later than its status says.
     */
    private static final String CALLERS =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: callers}
            spec:
              terminationGracePeriodSeconds: 0
              containers:
              - name: new-connections
                image: curlimages/curl:8.11.1
                command: [sh, -c, 'until curl -sf -o /dev/null -m 10 http://shop/; do :; done; while :; do curl -s -o /dev/null -m 10 -w "%{http_code}\\n" http://shop/; done']
              - name: kept-connection
                image: curlimages/curl:8.11.1
                command: [sh, -c, 'until curl -sf -o /dev/null -m 10 http://shop/; do :; done; while :; do curl -s -o /dev/null -m 10 --rate 50/s -w "%{http_code}\\n" "http://shop/?[1-100000]"; done']
            """;

    @Test
    void noRequestIsLost(NodeSandbox node) {
        node.apply(
                Backend.http("db", 8080)
                        .replace("exec httpd", "echo fine >/www/last-call; exec httpd -vv"));
        node.apply(Backend.service("db", 80, 8080));
        node.withOperator();
        node.apply(APP);
        rolledOut(node, REPLICAS);
        node.apply(CALLERS);
        var callers = node.started("callers");
        for (var caller : CALLING) {
            node.eventually("an answer to " + caller)
                    .untilAsserted(() -> assertThat(node.logs(callers, caller)).isNotEmpty());
        }

        for (var update = 1; update <= UPDATES; update++) {
            patch(
                    node,
                    "podTemplate",
                    Map.of("annotations", Map.of("example.com/update", "" + update)));
            rolledOut(node, REPLICAS);
        }
        patch(node, "replicas", 1);
        rolledOut(node, 1);

        for (var caller : CALLING) {
            var statuses = node.logs(callers, caller).lines().toList();
            assertThat(statuses).as(caller).hasSizeGreaterThan(500).containsOnly("200");
        }
        assertThat(node.logs(node.started("db"), "server").lines())
                .filteredOn(line -> line.contains("/last-call"))
                .as("calls of %d Pods, each in its last seconds", STOPPED)
                .hasSize(STOPPED * LAST_CALLS);
    }

    private static void patch(NodeSandbox node, String field, Object value) {
        node.client()
                .resources(PatternedApp.class)
                .withName("shop")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        Serialization.asJson(Map.of("spec", Map.of(field, value))));
    }

    /** The app is ready, with so many Pods, and those before them are gone. */
    private static void rolledOut(NodeSandbox node, int replicas) {
        node.eventually(replicas + " Pods of the newest template, and no other")
                .until(() -> {
                    var app = node.app("shop");
                    var seen = app.getMetadata().getGeneration();
                    return node.isReady("shop")
                            && seen.equals(app.getStatus().observedGeneration())
                            && Objects.equals(app.getStatus().updatedReplicas(), replicas)
                            && pods(node) == replicas;
                });
    }

    private static int pods(NodeSandbox node) {
        return node.client().pods().withLabel("patterned.dev/app", "shop").list().getItems().size();
    }
}
