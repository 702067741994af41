package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.EphemeralContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Main's only door, held by filter rules: what goes through it, and what does not go beside it. */
@OnNode
class NetfilterNodeTest {
    private static final String RULES = "/etc/patterned-filter";

    /** Answers on all addresses of both families, as mains do that know nothing of ambassadors. */
    private static final String APP =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: shop}
            spec:
              main:
                image: busybox:1.37
                command: [sh, -c, "mkdir -p /tmp/www; echo main >/tmp/www/index.html; httpd -p 8080 -h /tmp/www; trap 'exit 0' TERM; sleep 3600 & wait"]
                ports: [{name: http, containerPort: 8080}]
                readinessProbe: {httpGet: {path: /, port: http}, periodSeconds: 1}
                securityContext: {runAsUser: 1000, runAsNonRoot: true, capabilities: {drop: [ALL]}}
              ambassadors:
              - name: door
                outbound: [{name: db, port: 6000, protocol: HTTP, upstreams: [{service: {name: db}, port: 80}]}]
                inbound: [{name: web, port: 9080, protocol: HTTP, target: http}]
              dependencies:
              - {name: listener, outbound: {name: db}}
              - {name: url, http: {url: "http://db/healthz"}}
              - {name: name, dns: {host: db}}
              services: [{name: shop, ports: [{name: http, port: 80, target: web}]}]
              isolation: {inbound: Ambassador, outbound: Ambassador, enforcement: Netfilter}
            """;

    @Test
    void mainReachesNobodyButThroughItsAmbassador(NodeSandbox node) {
        var shop = started(node);
        var db = node.started("db");
        var visitor = node.started("visitor");

        assertThat(node.sh(shop, "main", "wget -q -O - http://$DB_HOST:$DB_PORT/healthz"))
                .isEqualTo("fine\n");

        var inner = linkLocal(node, db);
        var attempts =
                List.of(
                        "echo | nc -w 3 %s 8080".formatted(db.getStatus().getPodIP()),
                        "echo | nc -w 3 %s 8080".formatted(inner),
                        "nslookup kubernetes.default.svc.cluster.local.",
                        "echo from-$(hostname) | nc -u -w 1 %s 5353"
                                .formatted(db.getStatus().getPodIP()),
                        "echo from-$(hostname) | nc -u -w 1 %s 5353".formatted(inner));
        for (var attempt : attempts) {
            assertThat(succeeds(node, visitor, "tools", attempt)).as(attempt).isTrue();
            assertThat(succeeds(node, shop, "main", attempt)).as(attempt).isFalse();
        }
        assertThat(node.logs(db, "udp"))
                .contains("from-visitor")
                .doesNotContain(shop.getMetadata().getName());
    }

    @Test
    void theOutsideReachesOnlyListenersAndHealth(NodeSandbox node) {
        var shop = started(node);
        var visitor = node.started("visitor");
        var address = shop.getStatus().getPodIP();
        var inner = linkLocal(node, shop);

        // The node's proxy knows of a ready Pod a little later than its status says.
        node.eventually("the Service leads to the listener")
                .untilAsserted(() ->
                        assertThat(node.sh(visitor, "tools", "wget -q -T 5 -O - http://shop/"))
                                .isEqualTo("main\n"));
        assertThat(
                        node.sh(
                                visitor,
                                "tools",
                                "wget -q -T 5 -O - http://%s:19000/ready".formatted(address)))
                .contains("LIVE");
        for (var port : List.of(8080, 6000, 19001)) {
            for (var to : List.of(address, inner)) {
                var attempt = "echo | nc -w 3 %s %d".formatted(to, port);
                assertThat(succeeds(node, visitor, "tools", attempt)).as(attempt).isFalse();
            }
        }
        var own = "echo | nc -w 3 127.0.0.1 8080; echo | nc -w 3 %s 8080".formatted(address);
        assertThat(succeeds(node, shop, "main", own)).as("main itself listens").isTrue();
    }

    @Test
    void theRulesAreTrueAndLoadingThemAgainChangesNothing(NodeSandbox node) {
        var shop = started(node);

        assertThat(node.condition("shop", "AmbassadorEnforced"))
                .get()
                .returns("True", Condition::getStatus)
                .returns("FilterRulesLoaded", Condition::getReason);
        var before = nft(node, shop, "before", "list", "ruleset");
        nft(node, shop, "again", "-f", RULES + "/rules.nft");
        assertThat(nft(node, shop, "after", "list", "ruleset"))
                .isEqualTo(before)
                .contains("table inet patterned", "hook input", "hook output", "skuid 65531 accept")
                .containsOnlyOnce("tcp dport { 9080, 19000 } accept");
    }

    @Test
    void theStatusSaysThatPodSecurityForbidsThem(NodeSandbox node) {
        node.apply(Backend.http("db", 8080));
        node.apply(Backend.service("db", 80, 8080));
        node.started("db");
        node.enforcing("baseline").withOperator();
        node.apply(APP);

        node.eventually("the refusal is in the status")
                .untilAsserted(() ->
                        assertThat(node.condition("shop", "AmbassadorEnforced"))
                                .get()
                                .returns("False", Condition::getStatus)
                                .returns("PodSecurity", Condition::getReason)
                                .extracting(Condition::getMessage)
                                .asString()
                                .contains("NET_ADMIN", "enforcement: NetworkPolicy"));
    }

    private static Pod started(NodeSandbox node) {
        node.apply(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: db, labels: {app: db}}
                spec:
                  terminationGracePeriodSeconds: 0
                  containers:
                  - name: server
                    image: busybox:1.37
                    command: [sh, -c, "mkdir /www; echo fine >/www/healthz; exec httpd -f -p 8080 -h /www"]
                  - name: udp
                    image: busybox:1.37
                    command: [sh, -c, "while :; do timeout 2 nc -u -l -p 5353; done"]
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: visitor}
                spec:
                  terminationGracePeriodSeconds: 0
                  containers:
                  - {name: tools, image: "busybox:1.37", command: [sleep, "3600"]}
                """);
        node.apply(Backend.service("db", 80, 8080));
        node.withOperator();
        node.apply(APP);
        node.started("visitor");
        return node.ready("shop");
    }

    /** The only IPv6 address that every Pod has, on clusters without IPv6 too: of its interface. */
    private static String linkLocal(NodeSandbox node, Pod pod) {
        var container = pod.getSpec().getContainers().getFirst().getName();
        var address =
                node.sh(
                        pod,
                        container,
                        "ip -6 addr show dev eth0 | awk '$1 == \"inet6\" { sub(\"/.*\", \"\", $2); print $2; exit }'");
        assertThat(address).startsWith("fe80:");
        return address.strip() + "%eth0";
    }

    private static boolean succeeds(NodeSandbox node, Pod pod, String container, String script) {
        return node.sh(pod, container, "(" + script + ") >/dev/null 2>&1; echo $?").equals("0\n");
    }

    /** Runs nft inside the Pod's network and returns what it prints. */
    private static String nft(NodeSandbox node, Pod pod, String name, String... arguments) {
        var filter = pod.getSpec().getInitContainers().getFirst();
        var container =
                new EphemeralContainerBuilder()
                        .withName(name)
                        .withImage(filter.getImage())
                        .withCommand("nft")
                        .withArgs(arguments)
                        .withSecurityContext(filter.getSecurityContext())
                        .withVolumeMounts(filter.getVolumeMounts())
                        .build();
        var pods = node.client().pods().withName(pod.getMetadata().getName());
        pods.ephemeralContainers()
                .edit(found ->
                        new PodBuilder(found)
                                .editSpec()
                                .addToEphemeralContainers(container)
                                .endSpec()
                                .build());
        var end =
                node.eventually("nft " + name)
                        .until(
                                () ->
                                        pods
                                                .require()
                                                .getStatus()
                                                .getEphemeralContainerStatuses()
                                                .stream()
                                                .filter(it -> it.getName().equals(name))
                                                .findFirst()
                                                .orElseThrow()
                                                .getState()
                                                .getTerminated(),
                                Objects::nonNull);
        assertThat(end.getExitCode()).as(node.logs(pod, name)).isZero();
        return node.logs(pod, name);
    }
}
