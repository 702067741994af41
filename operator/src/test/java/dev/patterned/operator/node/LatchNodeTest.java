package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.DependencyState;
import org.junit.jupiter.api.Test;

@OnNode
class LatchNodeTest {
    private static final String WEB =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: web}
            spec:
              main: {image: 'busybox:1.37', command: [sh, -c, 'trap exit TERM; echo up; sleep 3600 & wait']}
              dependencies: [{name: schema, job: {name: migrate}}]
            """;

    private static final String JOB =
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: migrate}
            spec:
              backoffLimit: 0
              ttlSecondsAfterFinished: 1
              template:
                spec:
                  restartPolicy: Never
                  containers:
                  - {name: main, image: 'busybox:1.37', command: [sh, -c, 'exit 0']}
            """;

    @Test
    void theAppStartsWhenTheJobIsDoneAndItsNextPodDoesWhenTheJobIsGone(NodeSandbox node) {
        node.withOperator().apply(WEB);
        node.eventually("the wait says that there is no Job")
                .untilAsserted(() -> {
                    var row = node.dependency("web", "schema");
                    assertThat(row.state()).isEqualTo(DependencyState.WAITING);
                    assertThat(row.message()).isEqualTo("no Job migrate in this namespace yet");
                });
        var first = node.pod("web");
        node.eventually("an attempt")
                .until(() -> node.logs(first, "schema").contains("job migrate: not done yet"));

        node.apply(JOB);

        node.ready("web");
        assertThat(node.logs(first, "schema")).contains("job migrate: ready");
        var jobs = node.client().batch().v1().jobs().withName("migrate");
        node.eventually("the Job's TTL").until(() -> jobs.get() == null);
        node.client().resource(first).delete();
        var uid = first.getMetadata().getUid();
        var second = node.pod("web", pod -> !pod.getMetadata().getUid().equals(uid));
        node.eventually("the next Pod is up").until(() -> node.logs(second, "main").equals("up\n"));
        assertThat(node.dependency("web", "schema").state()).isEqualTo(DependencyState.SATISFIED);
    }

    @Test
    void aFailedJobIsSaidWithItsOwnReason(NodeSandbox node) {
        node.withOperator().apply(WEB);
        node.apply(
                JOB.replace("exit 0", "exit 3")
                        .replace("ttlSecondsAfterFinished: 1", "completions: 1"));

        node.eventually("said")
                .untilAsserted(() ->
                        assertThat(node.condition("web", "Ready"))
                                .hasValueSatisfying(ready -> {
                                    assertThat(ready.getReason()).isEqualTo("DependencyFailed");
                                    assertThat(ready.getMessage()).contains("BackoffLimitExceeded");
                                }));
        assertThat(node.dependency("web", "schema").state()).isEqualTo(DependencyState.FAILED);
    }
}
