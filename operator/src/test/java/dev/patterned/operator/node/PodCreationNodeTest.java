package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Pods that are not admitted, for the kinds whose controllers have no condition for that; {@link
 * WhyNodeTest} has the Deployment.
 */
@OnNode
class PodCreationNodeTest {
    @Test
    void aQuotaThatAdmitsNoPodIsNamedForEveryKindAndForgottenWhenItIsGone(NodeSandbox node) {
        node.apply(
                """
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: none}
                spec: {hard: {pods: "0"}}
                """);
        var quota = node.client().resourceQuotas().withName("none");
        node.eventually("the quota counts")
                .until(() -> !quota.require().getStatus().getHard().isEmpty());
        node.withOperator();
        node.apply(app("set", "{kind: StatefulSet}", "sleep 3600 & wait"));
        node.apply(app("daemon", "{kind: DaemonSet}", "sleep 3600 & wait"));
        node.apply(app("job", "{kind: Job}", "exit 0"));
        node.apply(app("cron", "{kind: CronJob, cronJob: {schedule: '0 0 1 1 *'}}", "exit 0"));
        node.eventually("cron is there").until(() -> node.isReady("cron"));
        run(node);

        says(node, "set", "StatefulSet/set: ");
        says(node, "daemon", "DaemonSet/daemon: ");
        says(node, "job", "Job/job: ");
        says(node, "cron", "CronJob/cron, Job/cron-now: ");
        for (var name : List.of("set", "daemon", "job", "cron")) {
            assertThat(node.message(name))
                    .endsWith(
                            ": Pods cannot be created: exceeded quota: none, requested: pods=1, used: pods=0, limited: pods=0");
        }

        quota.delete();
        for (var name : List.of("set", "daemon", "job", "cron")) {
            node.eventually(name + " is ready").until(() -> node.isReady(name));
        }
    }

    /**
     * As {@code kubectl create job --from} does it: a schedule has no shorter step than a minute.
     */
    private static void run(NodeSandbox node) {
        var cron = node.client().batch().v1().cronjobs().withName("cron").require();
        node.client()
                .resource(
                        new JobBuilder()
                                .withNewMetadata()
                                .withName("cron-now")
                                .addToLabels(
                                        cron.getSpec().getJobTemplate().getMetadata().getLabels())
                                .addNewOwnerReference()
                                .withApiVersion(cron.getApiVersion())
                                .withKind(cron.getKind())
                                .withName(cron.getMetadata().getName())
                                .withUid(cron.getMetadata().getUid())
                                .withController(true)
                                .endOwnerReference()
                                .endMetadata()
                                .withSpec(cron.getSpec().getJobTemplate().getSpec())
                                .build())
                .create();
    }

    private static void says(NodeSandbox node, String app, String begin) {
        node.eventually(app + " says why")
                .untilAsserted(() ->
                        assertThat(node.condition(app, "Ready"))
                                .get()
                                .returns("False", Condition::getStatus)
                                .returns("PodCreationFailed", Condition::getReason)
                                .extracting(Condition::getMessage)
                                .asString()
                                .startsWith(begin));
    }

    private static String app(String name, String workload, String script) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: %s}
        spec:
          workload: %s
          main: {image: 'busybox:1.37', command: [sh, -c, 'trap exit TERM; %s']}
        """
                .formatted(name, workload, script);
    }
}
