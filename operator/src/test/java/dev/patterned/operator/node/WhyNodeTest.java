package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.cli.CommandRun;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What keeps a real Pod from being ready stands in the app's status, in one sentence. */
@OnNode
class WhyNodeTest {
    private static final String RUNS =
            "main: {image: 'busybox:1.37', command: [sh, -c, 'trap exit TERM; sleep 3600 & wait']}";

    @Test
    void aVolumeThatIsNotThereIsNamedUntilItIs(NodeSandbox node) {
        node.withOperator()
                .apply(
                        app(
                                "web",
                                RUNS.replace("}", ", volumeMounts: [{name: s, mountPath: /s}]}")
                                        + "\n  volumes: [{name: s, secret: {secretName: absent}}]"));

        says(
                node,
                "web",
                "VolumeNotFound",
                "volume s cannot be mounted: secret \"absent\" not found");

        node.client()
                .resource(
                        new SecretBuilder()
                                .withNewMetadata()
                                .withName("absent")
                                .endMetadata()
                                .withStringData(Map.of("key", "value"))
                                .build())
                .create();
        node.ready("web");
    }

    @Test
    void eachPartOfThePodThatFailsIsNamedForWhatItIs(NodeSandbox node) {
        node.withOperator();
        node.apply(
                app(
                        "sidecar",
                        RUNS
                                + "\n  sidecars: [{name: sync, image: 'busybox:1.37', command: [sh, -c, 'echo no luck; exit 7']}]"));
        node.apply(
                app(
                        "task",
                        RUNS
                                + "\n  initContainers: [{name: migrate, image: 'busybox:1.37', command: [sh, -c, 'exit 8']}]"));
        node.apply(
                app(
                        "memory",
                        "main: {image: 'busybox:1.37', command: [tail, /dev/zero], resources: {limits: {memory: 16Mi}}}"));
        node.apply(app("nowhere", RUNS + "\n  podTemplate: {nodeSelector: {no: where}}"));
        node.apply(
                app(
                        "stuck",
                        RUNS.replace(
                                        "}",
                                        ", readinessProbe: {exec: {command: ['false']}, periodSeconds: 1}}")
                                + "\n  workload: {deployment: {progressDeadlineSeconds: 5}}"));
        node.apply(
                app("wait", RUNS + "\n  dependencies: [{name: db, tcp: {host: db, port: 5432}}]"));

        says(node, "sidecar", "CrashLoop", "sidecar sync fails with exit code 7");
        says(node, "task", "CrashLoop", "init container migrate fails with exit code 8");
        says(node, "memory", "OOMKilled", "more memory than its limit of 16Mi");
        says(node, "nowhere", "Unschedulable", "no node takes it: 0/1 nodes are available");
        says(node, "stuck", "RolloutStuck", "no progress for 5 s: Pod stuck-");
        says(node, "wait", "WaitingForDependency", "waits for db:5432 (since ");
        node.eventually("why tells the wait's last error and the sidecar's last word")
                .untilAsserted(() -> {
                    assertThat(why(node, "wait"))
                            .contains("says:  db:5432: ", "wait db", "Pod/wait-");
                    assertThat(why(node, "sidecar")).contains("says:  no luck");
                });
    }

    @Test
    void podsThatAreNotAdmittedSayWhich(NodeSandbox node) {
        node.withOperator()
                .apply(
                        """
                        apiVersion: v1
                        kind: LimitRange
                        metadata: {name: small}
                        spec: {limits: [{type: Container, max: {memory: 64Mi}}]}
                        """);
        node.apply(app("greedy", RUNS.replace("}", ", resources: {limits: {memory: 1Gi}}}")));

        says(node, "greedy", "PodCreationFailed", "maximum memory usage per Container is 64Mi");
        node.client().limitRanges().withName("small").delete();
        node.ready("greedy");

        node.apply(
                """
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: none}
                spec: {hard: {pods: "0"}}
                """);
        node.eventually("the quota counts")
                .until(() ->
                        !node.client()
                                .resourceQuotas()
                                .withName("none")
                                .require()
                                .getStatus()
                                .getHard()
                                .isEmpty());
        node.apply(app("late", RUNS));
        says(node, "late", "PodCreationFailed", "exceeded quota: none");

        node.client().resourceQuotas().withName("none").delete();
        node.enforcing("restricted").apply(app("root", RUNS));
        says(node, "root", "PodCreationFailed", "violates PodSecurity \"restricted");
    }

    @Test
    void anEvictionForItsLogsIsNamedWithItsDirectory(NodeSandbox node) {
        node.withOperator()
                .apply(
                        app(
                                "chatty",
                                """
                                main:
                                    image: busybox:1.37
                                    command: [sh, -c, "trap exit TERM; dd if=/dev/zero of=/log/a.log bs=1M count=8; sleep 3600 & wait"]
                                    logDirectories: [{name: httpd, path: /log, sizeLimit: 1Mi}]
                                """));

        node.eventually("an Event about the eviction")
                .untilAsserted(() ->
                        assertThat(node.client().events().v1().events().list().getItems())
                                .filteredOn(it -> "PodFailed".equals(it.getReason()))
                                .extracting(Event::getNote)
                                .anySatisfy(note ->
                                        assertThat(note)
                                                .contains("was evicted: log directory httpd")
                                                .contains("outgrew its sizeLimit of 1Mi")));
    }

    private static String why(NodeSandbox node, String app) {
        return CommandRun.of(
                        "why",
                        app,
                        "-n",
                        node.namespace(),
                        "--kubeconfig",
                        System.getenv("KUBECONFIG"))
                .out();
    }

    private static void says(NodeSandbox node, String app, String reason, String message) {
        node.eventually(app + " says " + reason)
                .untilAsserted(() ->
                        assertThat(node.condition(app, "Ready"))
                                .get()
                                .returns("False", Condition::getStatus)
                                .returns(reason, Condition::getReason)
                                .extracting(Condition::getMessage)
                                .asString()
                                .contains(message));
    }

    private static String app(String name, String spec) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: %s}
        spec:
          %s
        """
                .formatted(name, spec);
    }
}
