package dev.patterned.operator.transition;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.Objects;

/** What Kubernetes' controllers write when they have done all that they are asked. */
final class Controllers {
    private Controllers() {}

    /** The object with every Pod new and available. */
    static HasMetadata done(HasMetadata object) {
        return switch (object) {
            case Deployment it ->
                    new DeploymentBuilder(it)
                            .withNewStatus()
                            .withObservedGeneration(generation(it))
                            .withReplicas(it.getSpec().getReplicas())
                            .withUpdatedReplicas(it.getSpec().getReplicas())
                            .withAvailableReplicas(it.getSpec().getReplicas())
                            .endStatus()
                            .build();
            case StatefulSet it ->
                    new StatefulSetBuilder(it)
                            .withNewStatus()
                            .withObservedGeneration(generation(it))
                            .withReplicas(it.getSpec().getReplicas())
                            .withUpdatedReplicas(it.getSpec().getReplicas())
                            .withAvailableReplicas(it.getSpec().getReplicas())
                            .endStatus()
                            .build();
            case DaemonSet it ->
                    new DaemonSetBuilder(it)
                            .withNewStatus()
                            .withObservedGeneration(generation(it))
                            .endStatus()
                            .build();
            default -> object;
        };
    }

    private static long generation(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getGeneration(), 0L);
    }

    /** A run of the CronJob as it is. */
    static Job run(CronJob cron) {
        return new JobBuilder()
                .withNewMetadata()
                .withName(cron.getMetadata().getName() + "-1")
                .endMetadata()
                .withSpec(cron.getSpec().getJobTemplate().getSpec())
                .build();
    }
}
