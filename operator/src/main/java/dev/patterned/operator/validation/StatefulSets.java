package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.ClaimTemplate;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.PodManagementPolicy;
import dev.patterned.api.v1alpha1.StatefulSetOptions;
import dev.patterned.operator.model.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategyBuilder;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** StatefulSets. */
final class StatefulSets {
    private static final String ROLLING_UPDATE = "RollingUpdate";
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
                        .withUpdateStrategy(strategy(options.updateStrategy()))
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

    /**
     * With a partition, also where the app has none: the server fills in {@code rollingUpdate}
     * where no type is said, but not beside one ({@code SetDefaults_StatefulSet} of apps/v1), and
     * keeps it.
     */
    private static StatefulSetUpdateStrategy strategy(@Nullable StatefulSetUpdateStrategy said) {
        var strategy = Objects.requireNonNullElseGet(said, StatefulSetUpdateStrategy::new);
        var type = Objects.requireNonNullElse(strategy.getType(), ROLLING_UPDATE);
        if (!type.equals(ROLLING_UPDATE)) {
            return strategy;
        }
        var rolling =
                Objects.requireNonNullElseGet(
                        strategy.getRollingUpdate(), RollingUpdateStatefulSetStrategy::new);
        return new StatefulSetUpdateStrategyBuilder()
                .withType(ROLLING_UPDATE)
                .withNewRollingUpdateLike(rolling)
                .withPartition(Objects.requireNonNullElse(rolling.getPartition(), 0))
                .endRollingUpdate()
                .build();
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
