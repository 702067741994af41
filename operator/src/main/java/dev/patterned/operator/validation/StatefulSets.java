package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.ClaimTemplate;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.PodManagementPolicy;
import dev.patterned.api.v1alpha1.StatefulSetOptions;
import dev.patterned.operator.model.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpecBuilder;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** StatefulSets. */
final class StatefulSets {
    private static final StatefulSetOptions NOTHING_SAID =
            new StatefulSetOptions(null, null, null, List.of(), null, null, null);

    private StatefulSets() {}

    static Workload of(PatternedAppSpec spec, @Nullable StatefulSetOptions said) {
        var options = Objects.requireNonNullElse(said, NOTHING_SAID);
        var set =
                new StatefulSetSpecBuilder()
                        .withServiceName(options.serviceName())
                        .withPodManagementPolicy(
                                Wire.of(
                                        Objects.requireNonNullElse(
                                                options.podManagementPolicy(),
                                                PodManagementPolicy.ORDERED_READY)))
                        .withUpdateStrategy(options.updateStrategy())
                        .withVolumeClaimTemplates(
                                options.volumeClaimTemplates().stream()
                                        .map(StatefulSets::claim)
                                        .toList())
                        .withPersistentVolumeClaimRetentionPolicy(
                                options.persistentVolumeClaimRetentionPolicy())
                        .withMinReadySeconds(options.minReadySeconds())
                        .withOrdinals(options.ordinals())
                        .build();
        return new Workload.StatefulSet(set, options.serviceName() != null);
    }

    private static PersistentVolumeClaim claim(ClaimTemplate template) {
        var metadata = template.metadata();
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(metadata.name())
                .withLabels(metadata.labels().isEmpty() ? null : new TreeMap<>(metadata.labels()))
                .withAnnotations(
                        metadata.annotations().isEmpty()
                                ? null
                                : new TreeMap<>(metadata.annotations()))
                .endMetadata()
                .withSpec(template.spec())
                .build();
    }
}
