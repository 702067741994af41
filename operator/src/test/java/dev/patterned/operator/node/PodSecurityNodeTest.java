package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import org.junit.jupiter.api.Test;

@OnNode
class PodSecurityNodeTest {

    @Test
    void helpersMeetRestrictedWhereMainDoes(NodeSandbox node) {
        node.apply(Backend.http("db", 8080));
        node.apply(Backend.service("db", 80, 8080));
        node.started("db");
        node.enforcing("restricted").withOperator();
        node.apply(
                app(
                        """
                        securityContext: {runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, capabilities: {drop: [ALL]}}\
                        """));

        var pod = node.ready("web");

        node.eventually("the tailers' lines")
                .untilAsserted(() -> {
                    assertThat(node.logs(pod, "plain")).isEqualTo("hello\n");
                    assertThat(node.logs(pod, "rotating")).isEqualTo("hello\n");
                });
    }

    @Test
    void theStatusSaysWhyPodSecurityRefusesMain(NodeSandbox node) {
        node.enforcing("restricted").withOperator();

        node.apply(app("securityContext: {runAsUser: 0}"));

        node.eventually("the refusal is in the status")
                .untilAsserted(() ->
                        assertThat(node.condition("web", "Ready"))
                                .get()
                                .returns("PodCreationFailed", Condition::getReason)
                                .extracting(Condition::getMessage)
                                .asString()
                                .contains("violates PodSecurity \"restricted:latest\"")
                                .contains("container \"main\""));
    }

    private static String app(String security) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: web}
        spec:
          main:
            image: busybox:1.37
            command: [sh, -c, "trap exit TERM; echo hello >>/log/app.log; sleep 3600 & wait"]
            logDirectories: [{name: log, path: /log}]
            %s
          logTailers:
          - {name: plain, logDirectory: log, files: ["*.log"]}
          - {name: rotating, logDirectory: log, files: ["*.log"], rotate: {maxSize: 1Mi}}
          dependencies:
          - {name: tcp, tcp: {host: db, port: 80}}
          - {name: http, http: {url: "http://db/healthz"}}
        """
                .formatted(security);
    }
}
