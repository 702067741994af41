package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Pods and Jobs that are not admitted, for the kinds whose controllers have no condition for that;
 * {@link WhyNodeTest} has the Deployment.
 */
@OnNode
class CreationNodeTest {
    private static final String NO_PODS = "PodCreationFailed";

    @Test
    void aQuotaThatAdmitsNoPodIsNamedForEveryKindAndForgottenWhenItIsGone(NodeSandbox node) {
        var quota = quota(node, "pods");
        node.withOperator();
        node.apply(app("set", "{kind: StatefulSet}", "sleep 3600 & wait"));
        node.apply(app("daemon", "{kind: DaemonSet}", "sleep 3600 & wait"));
        node.apply(app("job", "{kind: Job}", "exit 0"));
        node.apply(app("cron", "{kind: CronJob, cronJob: {schedule: '0 0 1 1 *'}}", "exit 0"));
        node.eventually("cron is there").until(() -> node.isReady("cron"));
        run(node);

        says(node, "set", NO_PODS, "StatefulSet/set: ");
        says(node, "daemon", NO_PODS, "DaemonSet/daemon: ");
        says(node, "job", NO_PODS, "Job/job: ");
        says(node, "cron", NO_PODS, "CronJob/cron, Job/cron-now: ");
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

    /** The only test that waits for a schedule: none has a shorter step than a minute. */
    @Test
    void aQuotaThatAdmitsNoJobOfACronJobIsNamedAndForgottenWhenItIsGone(NodeSandbox node) {
        var quota = quota(node, "count/jobs.batch");
        node.withOperator();
        node.apply(app("cron", "{kind: CronJob, cronJob: {schedule: '* * * * *'}}", "exit 0"));

        says(node, "cron", "JobCreationFailed", "CronJob/cron: Jobs cannot be created: exceeded");

        quota.delete();
        node.eventually("cron has run")
                .until(() ->
                        node.isReady("cron") && node.message("cron").contains("has completed"));
    }

    /** One that admits none of them, once it counts. */
    private static Resource<ResourceQuota> quota(NodeSandbox node, String what) {
        node.apply(
                """
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: none}
                spec: {hard: {%s: "0"}}
                """
                        .formatted(what));
        var quota = node.client().resourceQuotas().withName("none");
        node.eventually("the quota counts")
                .until(() -> !quota.require().getStatus().getHard().isEmpty());
        return quota;
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

    private static void says(NodeSandbox node, String app, String reason, String begin) {
        node.eventually(app + " says why")
                .untilAsserted(() ->
                        assertThat(node.condition(app, "Ready"))
                                .get()
                                .returns("False", Condition::getStatus)
                                .returns(reason, Condition::getReason)
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
