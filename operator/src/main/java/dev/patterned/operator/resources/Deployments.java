package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Workload;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Deployments. */
final class Deployments {
    private Deployments() {}

    static Deployment deployment(App app, Workload.Deployment options, PodTemplateSpec template) {
        return new DeploymentBuilder()
                .withMetadata(Metadata.of(app.id(), ResourceNames.workload(app.id())))
                .withNewSpec()
                .withReplicas(app.replicas())
                .withNewSelector()
                .withMatchLabels(ResourceLabels.selector(app.id()))
                .endSelector()
                .withStrategy(options.strategy())
                .withMinReadySeconds(boxed(options.minReadySeconds()))
                .withRevisionHistoryLimit(boxed(options.revisionHistoryLimit()))
                .withProgressDeadlineSeconds(options.progressDeadlineSeconds())
                .withTemplate(template)
                .endSpec()
                .build();
    }

    private static @Nullable Integer boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
