package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.DependencyState;
import org.junit.jupiter.api.Test;

@OnNode
class OrderNodeTest {

    @Test
    void containersStartInTheirStagesWhateverTheSpecsOrder(NodeSandbox node) {
        node.apply(Backend.http("db", 80));
        node.apply(Backend.service("db", 80, 80));
        node.withOperator()
                .apply(
                        """
                        apiVersion: patterned.dev/v1alpha1
                        kind: PatternedApp
                        metadata: {name: web}
                        spec:
                          main:
                            image: busybox:1.37
                            command: [sh, -c, "trap exit TERM; echo hello >>/log/app.log; sleep 3600 & wait"]
                            logDirectories: [{name: log, path: /log}]
                          logTailers:
                          - {name: tail, logDirectory: log, files: ["*.log"]}
                          sidecars:
                          - {name: late, image: "busybox:1.37", command: [sh, -c, "trap exit TERM; sleep 3600 & wait"]}
                          - {name: early, image: "busybox:1.37", startBefore: Dependencies, command: [sh, -c, "trap exit TERM; sleep 3600 & wait"]}
                          initContainers:
                          - {name: migrate, image: "busybox:1.37", command: [sleep, "2"]}
                          - {name: seed, image: "busybox:1.37", command: [sleep, "1"]}
                          dependencies:
                          - {name: first, tcp: {host: db, port: 80}}
                          - {name: second, dns: {host: db}}
                        """);

        var pod = node.ready("web");

        var early = Kubectl.begin(pod, "early");
        var firstWait = Kubectl.begin(pod, "first");
        assertThat(early).isBeforeOrEqualTo(firstWait);
        assertThat(Kubectl.end(pod, "first")).isBeforeOrEqualTo(Kubectl.begin(pod, "second"));
        assertThat(Kubectl.end(pod, "second")).isBeforeOrEqualTo(Kubectl.begin(pod, "migrate"));
        assertThat(Kubectl.end(pod, "migrate")).isBeforeOrEqualTo(Kubectl.begin(pod, "seed"));
        assertThat(Kubectl.end(pod, "seed"))
                .isBeforeOrEqualTo(Kubectl.begin(pod, "late"))
                .isBeforeOrEqualTo(Kubectl.begin(pod, "tail"));
        assertThat(Kubectl.begin(pod, "main"))
                .isAfterOrEqualTo(Kubectl.begin(pod, "late"))
                .isAfterOrEqualTo(Kubectl.begin(pod, "tail"));
        node.eventually("the tailer's line")
                .untilAsserted(() -> assertThat(node.logs(pod, "tail")).isEqualTo("hello\n"));
    }

    @Test
    void aTimeoutWithFailEndsTheRunWithItsReasonAndIsTriedAgain(NodeSandbox node) {
        node.apply(Backend.service("db", 80, 80));
        node.withOperator().apply(impatient("Fail"));

        var pod = node.pod("web", it -> Kubectl.container(it, "db").getRestartCount() > 0);

        var wait = Kubectl.container(pod, "db");
        var end =
                wait.getState().getTerminated() == null
                        ? wait.getLastState().getTerminated()
                        : wait.getState().getTerminated();
        assertThat(end.getExitCode()).isEqualTo(1);
        assertThat(end.getMessage()).startsWith("db:80: connection refused (1");
        node.eventually("the status says so")
                .untilAsserted(() -> {
                    var row = node.dependency("web", "db");
                    assertThat(row.state()).isEqualTo(DependencyState.FAILED);
                    assertThat(row.message()).contains("connection refused");
                    assertThat(node.message("web"))
                            .contains("waits for db:80")
                            .contains("connection refused");
                });
    }

    @Test
    void aTimeoutWithContinueGoesOnAndSaysSo(NodeSandbox node) {
        node.apply(Backend.service("db", 80, 80));
        node.withOperator().apply(impatient("Continue"));

        var pod = node.ready("web");

        assertThat(Kubectl.container(pod, "db").getRestartCount()).isZero();
        assertThat(node.logs(pod, "db")).contains("connection refused, going on without it");
        assertThat(node.dependency("web", "db").message()).contains("going on without it");
    }

    private static String impatient(String onTimeout) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: web}
        spec:
          main: {image: "busybox:1.37", command: [sh, -c, "trap exit TERM; sleep 3600 & wait"]}
          dependencies:
          - {name: db, tcp: {host: db, port: 80}, timeout: 1s, interval: 200ms, onTimeout: %s}
        """
                .formatted(onTimeout);
    }
}
