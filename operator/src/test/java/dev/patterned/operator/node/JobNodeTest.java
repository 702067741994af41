package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.ApiKeys;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.dsl.ScalableResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Jobs and CronJobs end when main ends, whatever runs beside it, and main's exit code decides. */
@OnNode
class JobNodeTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** A helper that does not stop when it is told to costs the Pod's 30 s of grace. */
    private static final Duration WITHOUT_GRACE = Duration.ofSeconds(15);

    private static final int ATTEMPTS = 8;

    /** A tailer, an adapter, a sidecar, a wait and a task around main. */
    private static final String APP =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: NAME}
            spec:
              workload: WORKLOAD
              main:
                image: busybox:1.37
                command: [sh, -c, 'MAIN']
                logDirectories: [{name: log, path: /var/log/job}]
              logTailers: [{name: words, logDirectory: log, files: [words.log]}]
              adapters: [{name: shape, ADAPTER}]
              sidecars:
              - name: beside
                image: busybox:1.37
                command: [sh, -c, 'trap "exit 0" TERM; while :; do sleep 1 & wait $!; done']
              initContainers:
              - {name: before, image: busybox:1.37, command: [sh, -c, 'true']}
              dependencies:
              - name: db
                service:
                  name: NAME-db
                  port: 80
                  condition: Exists
                  provide: {selector: {app: db}}
            """;

    /** One of the user's own, which reads main's file as it grows. */
    private static final String CUSTOM =
            """
            custom: {image: 'busybox:1.37', command: [sh, -c, 'trap "exit 0" TERM; tail -n +1 -F /var/log/job/words.log | sed "s/.*/<&>/" & wait']}\
            """;

    /** The collector, and the gate that gives it a second for what main wrote last. */
    private static final String COLLECTOR =
            "logs: {logDirectory: log, files: [words.log], format: {type: Plain}, output: {stdout: {}}}";

    private static final String TWO_WORDS =
            "echo one >> /var/log/job/words.log; sleep 1; echo two >> /var/log/job/words.log; exit ";

    /**
     * The first of some counts that keeps within the limit: nothing that the machine does besides
     * makes a Pod faster. Bounded by the Pod's grace period each of them is.
     */
    @Test
    void aJobCompletesWithinThreeSecondsOfMainsEndWithAllThatItsHelpersHadToSay(NodeSandbox node) {
        node.withOperator();
        var fastest = WITHOUT_GRACE;
        for (var attempt = 0; attempt < ATTEMPTS && fastest.compareTo(LIMIT) > 0; attempt++) {
            var took = completes(node, "work" + attempt, CUSTOM);
            System.out.println("A Job completed " + took + " after main's end");
            assertThat(took).isLessThan(WITHOUT_GRACE);
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
        }
        assertThat(fastest).isLessThanOrEqualTo(LIMIT);

        var collected = completes(node, "collected", COLLECTOR);

        System.out.println("A Job with a collector completed " + collected + " after main's end");
        assertThat(collected).isLessThan(WITHOUT_GRACE);
        assertThat(Records.of(node, node.pod("collected"), "shape"))
                .extracting(record -> record.path("message").asText())
                .containsExactly("one", "two");
    }

    /** Between main's end and the Job's, as the API shows both to a watch. */
    private static Duration completes(NodeSandbox node, String name, String adapter) {
        var ended =
                node.client()
                        .pods()
                        .withLabel(ApiKeys.LABEL_APP, name)
                        .informOnCondition(pods -> pods.stream().anyMatch(JobNodeTest::mainEnded))
                        .thenApply(_ -> Instant.now());
        var completed =
                jobs(node, name)
                        .informOnCondition(jobs -> jobs.stream().anyMatch(JobNodeTest::isComplete))
                        .thenApply(_ -> Instant.now());
        node.apply(app(name, "{kind: Job}", TWO_WORDS + 0).replace(CUSTOM, adapter));
        node.eventually(name + " has completed").until(completed::isDone);
        node.eventually(name + " has succeeded")
                .until(() -> node.isReady(name) && succeeded(node, name, "True"));
        assertThat(node.logs(node.pod(name), "words")).isEqualTo("one\ntwo\n");
        return Duration.between(ended.join(), completed.join());
    }

    @Test
    void mainsExitCodeDecidesAndAnEndedJobIsNotRunAgain(NodeSandbox node) {
        node.withOperator();
        var once = app("once", "{kind: Job, job: {ttlSecondsAfterFinished: 1}}", TWO_WORDS + 0);
        node.apply(app("cron", "{kind: CronJob, cronJob: {schedule: '* * * * *'}}", TWO_WORDS + 0));
        node.apply(once);
        node.apply(app("fails", "{kind: Job, job: {backoffLimit: 0}}", TWO_WORDS + 3));
        node.apply(
                app(
                        "policy",
                        "{kind: Job, job: {podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {containerName: main, operator: In, values: [4]}}]}}}",
                        TWO_WORDS + 4));
        node.apply(
                app(
                        "again",
                        "{kind: Job, job: {restartPolicy: OnFailure}}",
                        "if [ -e /var/log/job/tried ]; then exit 0; fi; touch /var/log/job/tried; exit 1"));

        node.eventually("fails has failed").until(() -> succeeded(node, "fails", "False"));
        node.eventually("policy has failed").until(() -> succeeded(node, "policy", "False"));
        assertThat(node.condition("fails", "Ready").orElseThrow().getReason())
                .isEqualTo("JobFailed");
        assertThat(node.message("fails"))
                .contains("Job/fails has failed at ", "BackoffLimitExceeded", "exit code 3")
                .contains("kubectl delete job/fails runs it again")
                .doesNotContain("\n");
        assertThat(node.message("policy")).contains("PodFailurePolicy", "exit code 4");
        assertThat(node.logs(node.pod("fails"), "words")).isEqualTo("one\ntwo\n");

        node.eventually("again has succeeded").until(() -> succeeded(node, "again", "True"));
        assertThat(main(node.pod("again")).getRestartCount()).isEqualTo(1);

        node.eventually("once has succeeded").until(() -> succeeded(node, "once", "True"));
        node.eventually("once is deleted").until(() -> jobs(node, "once").get() == null);
        node.apply(once.replace("spec:\n", "spec:\n  podTemplate: {}\n"));
        node.eventually("once is looked at again")
                .until(() -> Objects.equals(node.app("once").getStatus().observedGeneration(), 2L));
        assertThat(jobs(node, "once").get()).isNull();
        assertThat(succeeded(node, "once", "True")).isTrue();

        node.eventually("a run of cron has succeeded").until(() -> succeeded(node, "cron", "True"));
        assertThat(node.message("cron")).contains("has completed at");
        assertThat(node.logs(node.pod("cron"), "words")).isEqualTo("one\ntwo\n");

        node.deletedWithAllTheyHad();
    }

    private static String app(String name, String workload, String main) {
        return APP.replace("NAME", name)
                .replace("WORKLOAD", workload)
                .replace("ADAPTER", CUSTOM)
                .replace("MAIN", main);
    }

    private static ScalableResource<Job> jobs(NodeSandbox node, String name) {
        return node.client().batch().v1().jobs().withName(name);
    }

    private static boolean mainEnded(Pod pod) {
        return pod.getStatus().getContainerStatuses().stream()
                .anyMatch(it -> it.getState().getTerminated() != null);
    }

    private static boolean isComplete(Job job) {
        return job.getStatus().getConditions().stream()
                .anyMatch(it -> it.getType().equals("Complete") && it.getStatus().equals("True"));
    }

    private static boolean succeeded(NodeSandbox node, String app, String status) {
        return node.condition(app, "Succeeded")
                .filter(condition -> condition.getStatus().equals(status))
                .isPresent();
    }

    private static ContainerStatus main(Pod pod) {
        return pod.getStatus().getContainerStatuses().getFirst();
    }
}
