package dev.patterned.operator.resources;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Availability.Autoscaling;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;

/**
 * HorizontalPodAutoscalers.
 *
 * <p>They scale the app, not its workload: the number of Pods then stands in one place, and nobody
 * fights over it.
 */
final class Autoscalers {
    private Autoscalers() {}

    /**
     * Main's CPU alone: what helpers use grows with the number of Pods and not with the load, and
     * ContainerResource (stable since Kubernetes 1.30) leaves it out.
     */
    static HorizontalPodAutoscaler autoscaler(App app, Autoscaling autoscaling) {
        return new HorizontalPodAutoscalerBuilder()
                .withMetadata(Metadata.of(app.id(), ResourceNames.autoscaler(app.id())))
                .withNewSpec()
                .withNewScaleTargetRef()
                .withApiVersion(HasMetadata.getApiVersion(PatternedApp.class))
                .withKind(HasMetadata.getKind(PatternedApp.class))
                .withName(app.id().name())
                .endScaleTargetRef()
                .withMinReplicas(autoscaling.minReplicas())
                .withMaxReplicas(autoscaling.maxReplicas())
                .addNewMetric()
                .withType("ContainerResource")
                .withNewContainerResource()
                .withName("cpu")
                .withContainer(app.main().name())
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(autoscaling.cpuPercent())
                .endTarget()
                .endContainerResource()
                .endMetric()
                .endSpec()
                .build();
    }
}
