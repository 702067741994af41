package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Callers who come through an inbound listener lose nothing while Pods come and go. */
@OnNode
class AmbassadorRolloutNodeTest {
    private static final String APP =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: web}
            spec:
              replicas: 2
              main:
                image: busybox:1.37
                command: [sh, -c]
                args:
                - |
                  mkdir /tmp/www && echo fine >/tmp/www/index.html
                  trap 'kill $!' TERM
                  httpd -f -p 127.0.0.1:8080 -h /tmp/www & wait
                ports:
                - {name: http, containerPort: 8080}
                readinessProbe:
                  exec: {command: [wget, -q, -O, /dev/null, "http://127.0.0.1:8080/"]}
                  periodSeconds: 1
              ambassadors:
              - name: door
                inbound:
                - {name: web, port: 8000, protocol: HTTP, target: http}
              services:
              - {name: web, ports: [{name: web, port: 80}]}
            """;

    /** Two callers with a connection for each request, and two that keep theirs. */
    private static final String CALLERS =
            """
            call() {
              while [ ! -e /tmp/stop ]; do
                curl -s -m 20 -o /dev/null -w '%{http_code}\\n' "$1" || echo "curl says $?"
              done >/tmp/$2
              echo end >>/tmp/$2
            }
            call http://web/ new-1 & call http://web/ new-2 &
            call 'http://web/?[1-2000]' kept-1 & call 'http://web/?[1-2000]' kept-2 &
            """;

    @Test
    void noRequestIsLostInThreeUpdatesAndAScaleDown(NodeSandbox node) {
        node.withOperator().apply(APP);
        node.apply(Backend.visitor());
        var visitor = node.started("visitor");
        node.eventually("app is ready").until(() -> node.isReady("web"));
        node.sh(visitor, "curl", "(" + CALLERS + ") >/dev/null 2>&1 &");

        for (var update = 1; update <= 3; update++) {
            edit(
                    node,
                    "{\"spec\":{\"podTemplate\":{\"annotations\":{\"update\":\"%d\"}}}}"
                            .formatted(update));
            settled(node, update, 2);
        }
        edit(node, "{\"spec\":{\"replicas\":1}}");
        settled(node, 3, 1);

        var answers =
                Stream.of("new-1", "new-2", "kept-1", "kept-2")
                        .collect(
                                Collectors.toMap(
                                        caller -> caller,
                                        caller -> answers(node, visitor, caller)));
        System.out.println("ROLLOUT answers: " + answers.toString().replace("\n", ";"));
        assertThat(answers.values()).allSatisfy(it -> assertThat(it.strip()).matches("[0-9]+ 200"));
    }

    private static void edit(NodeSandbox node, String patch) {
        node.client()
                .resources(PatternedApp.class)
                .withName("web")
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    /** Until only so many Pods are left, all of that update. */
    private static void settled(NodeSandbox node, int update, int pods) {
        node.eventually("update " + update)
                .until(() -> {
                    var found = pods(node);
                    return found.size() == pods
                            && found.stream()
                                    .allMatch(pod ->
                                            ("" + update)
                                                    .equals(
                                                            pod.getMetadata()
                                                                    .getAnnotations()
                                                                    .get("update")));
                });
    }

    private static List<Pod> pods(NodeSandbox node) {
        return node.client().pods().withLabel("patterned.dev/app", "web").list().getItems();
    }

    /** How often each answer came. */
    private static String answers(NodeSandbox node, Pod visitor, String caller) {
        node.sh(visitor, "curl", "touch /tmp/stop");
        return node.sh(visitor, "curl", "sort /tmp/" + caller + " | grep -v end | uniq -c").strip();
    }
}
