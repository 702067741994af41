package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Workload;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;

/** DaemonSets. */
final class DaemonSets {
    private DaemonSets() {}

    static DaemonSet daemonSet(App app, Workload.DaemonSet workload, PodTemplateSpec template) {
        return new DaemonSetBuilder()
                .withMetadata(Metadata.of(app.id(), ResourceNames.workload(app.id())))
                .withNewSpecLike(workload.options())
                .withNewSelector()
                .withMatchLabels(ResourceLabels.selector(app.id()))
                .endSelector()
                .withTemplate(template)
                .endSpec()
                .build();
    }
}
