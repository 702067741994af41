package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.DaemonSetOptions;
import dev.patterned.operator.model.Workload;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpecBuilder;
import org.jspecify.annotations.Nullable;

/** DaemonSets. */
final class DaemonSets {
    private DaemonSets() {}

    static Workload of(@Nullable DaemonSetOptions options) {
        var set = new DaemonSetSpecBuilder();
        if (options != null) {
            set.withUpdateStrategy(options.updateStrategy())
                    .withMinReadySeconds(options.minReadySeconds());
        }
        return new Workload.DaemonSet(set.build());
    }
}
