package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** StatefulSets, and the Service that gives their Pods names. */
final class StatefulSets {
    private StatefulSets() {}

    static StatefulSet statefulSet(
            App app, Workload.StatefulSet workload, PodTemplateSpec template) {
        var options = workload.options();
        return new StatefulSetBuilder()
                .withMetadata(Metadata.of(app.id(), ResourceNames.workload(app.id())))
                .withNewSpecLike(options)
                .withReplicas(app.replicas())
                .withServiceName(
                        Objects.requireNonNullElseGet(
                                options.getServiceName(),
                                () -> ResourceNames.governingService(app.id())))
                .withNewSelector()
                .withMatchLabels(ResourceLabels.selector(app.id()))
                .endSelector()
                .withTemplate(template)
                .withVolumeClaimTemplates(claims(options.getVolumeClaimTemplates()))
                .endSpec()
                .build();
    }

    /**
     * The headless Service of an app that lists none for it. It is there for the Pods' own names,
     * which their peers need before they are ready; it has no ports, and nobody calls through it.
     */
    static Optional<Service> governingService(App app) {
        return app.workload() instanceof Workload.StatefulSet set && !set.governed()
                ? Optional.of(headless(app.id()))
                : Optional.empty();
    }

    private static Service headless(AppId app) {
        return new ServiceBuilder()
                .withMetadata(Metadata.of(app, ResourceNames.governingService(app)))
                .withNewSpec()
                .withType("ClusterIP")
                .withClusterIP("None")
                .withSelector(ResourceLabels.selector(app))
                .withPublishNotReadyAddresses(true)
                .endSpec()
                .build();
    }

    /** The list is one value to the server, so that its defaults stand here too. */
    private static List<PersistentVolumeClaim> claims(List<PersistentVolumeClaim> templates) {
        return templates.stream()
                .map(template ->
                        new PersistentVolumeClaimBuilder(template)
                                .editSpec()
                                .withVolumeMode(
                                        Objects.requireNonNullElse(
                                                template.getSpec().getVolumeMode(), "Filesystem"))
                                .endSpec()
                                .build())
                .toList();
    }
}
