package dev.patterned.operator.reconcile;

import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/** What the controllers of a real cluster would do; the API server alone has none. */
final class Workloads {
    private static final String TIME = "2026-11-22T10:15:45Z";

    private Workloads() {}

    /** A Job of one Pod that nobody runs. */
    static void createJob(KubernetesClient client, String name) {
        client.resource(
                        new JobBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .withNewSpec()
                                .withNewTemplate()
                                .withNewSpec()
                                .withRestartPolicy("Never")
                                .addNewContainer()
                                .withName("main")
                                .withImage("busybox:1.37")
                                .endContainer()
                                .endSpec()
                                .endTemplate()
                                .endSpec()
                                .build())
                .create();
    }

    static void complete(KubernetesClient client, String job) {
        end(client, job, "SuccessCriteriaMet", "Complete", "CompletionsReached", "");
    }

    static void fail(KubernetesClient client, String job) {
        end(
                client,
                job,
                "FailureTarget",
                "Failed",
                "BackoffLimitExceeded",
                "Job has reached the specified backoff limit");
    }

    /** Each end has two conditions: the second comes when the last Pod is gone. */
    private static void end(
            KubernetesClient client,
            String job,
            String first,
            String second,
            String reason,
            String message) {
        var condition =
                new JobConditionBuilder()
                        .withStatus("True")
                        .withReason(reason)
                        .withMessage(message)
                        .withLastTransitionTime(TIME);
        client.batch()
                .v1()
                .jobs()
                .withName(job)
                .editStatus(found ->
                        new JobBuilder(found)
                                .withNewStatus()
                                .withStartTime(TIME)
                                .withCompletionTime(second.equals("Complete") ? TIME : null)
                                .withSucceeded(second.equals("Complete") ? 1 : null)
                                .withConditions(
                                        condition.withType(first).build(),
                                        condition.withType(second).build())
                                .endStatus()
                                .build());
    }

    /** All Pods of the Deployment are ready. */
    static void makeReady(KubernetesClient client, String deployment) {
        client.apps()
                .deployments()
                .withName(deployment)
                .editStatus(found -> {
                    var wanted = found.getSpec().getReplicas();
                    found.setStatus(
                            new DeploymentStatusBuilder()
                                    .withObservedGeneration(found.getMetadata().getGeneration())
                                    .withReplicas(wanted)
                                    .withUpdatedReplicas(wanted)
                                    .withReadyReplicas(wanted)
                                    .withAvailableReplicas(wanted)
                                    .build());
                    return found;
                });
    }
}
