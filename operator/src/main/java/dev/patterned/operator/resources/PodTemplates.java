package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.plan.PodPlan;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The Pod template, the same for every kind of workload. */
final class PodTemplates {
    /** Makes {@code kubectl logs} and {@code exec} go to main. */
    private static final String DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";

    private PodTemplates() {}

    static PodTemplateSpec podTemplate(App app, PodPlan plan) {
        var annotations = new TreeMap<>(app.pod().annotations());
        annotations.putIfAbsent(DEFAULT_CONTAINER, app.main().name());
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(ResourceLabels.pod(app.id(), app.pod().labels()))
                .withAnnotations(annotations)
                .endMetadata()
                .withNewSpecLike(app.pod().spec())
                .withInitContainers(plan.initContainers())
                .withContainers(plan.main())
                .withVolumes(volumes(app, plan))
                .endSpec()
                .build();
    }

    private static List<Volume> volumes(App app, PodPlan plan) {
        var volumes = new ArrayList<>(plan.volumes());
        for (var config : plan.configs()) {
            volumes.add(
                    new VolumeBuilder()
                            .withName(config.volume())
                            .withNewConfigMap()
                            .withName(ConfigMaps.name(app.id(), config))
                            .withDefaultMode(config.mode())
                            .endConfigMap()
                            .build());
        }
        return volumes;
    }
}
