package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.DaemonSetOptions;
import dev.patterned.operator.model.Workload;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategyBuilder;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDaemonSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** DaemonSets. */
final class DaemonSets {
    private static final String ROLLING_UPDATE = "RollingUpdate";
    private static final IntOrString MAX_SURGE = new IntOrString(0);
    private static final IntOrString MAX_UNAVAILABLE = new IntOrString(1);

    private DaemonSets() {}

    static Workload of(@Nullable DaemonSetOptions options) {
        return new Workload.DaemonSet(
                new DaemonSetSpecBuilder()
                        .withUpdateStrategy(
                                strategy(options == null ? null : options.updateStrategy()))
                        .withMinReadySeconds(options == null ? null : options.minReadySeconds())
                        .build());
    }

    /**
     * With the server's defaults ({@code SetDefaults_DaemonSet} of apps/v1): what it fills in
     * itself would stay beside OnDelete, because nobody owns it.
     */
    private static DaemonSetUpdateStrategy strategy(@Nullable DaemonSetUpdateStrategy said) {
        var strategy = Objects.requireNonNullElseGet(said, DaemonSetUpdateStrategy::new);
        var type = Objects.requireNonNullElse(strategy.getType(), ROLLING_UPDATE);
        if (!type.equals(ROLLING_UPDATE)) {
            return strategy;
        }
        var rolling =
                Objects.requireNonNullElseGet(
                        strategy.getRollingUpdate(), RollingUpdateDaemonSet::new);
        return new DaemonSetUpdateStrategyBuilder()
                .withType(ROLLING_UPDATE)
                .withNewRollingUpdate()
                .withMaxSurge(Objects.requireNonNullElse(rolling.getMaxSurge(), MAX_SURGE))
                .withMaxUnavailable(
                        Objects.requireNonNullElse(rolling.getMaxUnavailable(), MAX_UNAVAILABLE))
                .endRollingUpdate()
                .build();
    }
}
