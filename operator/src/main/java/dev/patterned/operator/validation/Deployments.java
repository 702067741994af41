package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.DeploymentOptions;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.operator.model.Workload;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Deployments. */
final class Deployments {
    private Deployments() {}

    static Workload of(PatternedAppSpec spec, @Nullable DeploymentOptions options) {
        var deadline =
                Defaults.PROGRESS_ALLOWANCE_SECONDS
                        + Math.toIntExact(Waits.total(spec).toSeconds());
        if (options == null) {
            return new Workload.Deployment(
                    null, OptionalInt.empty(), OptionalInt.empty(), deadline);
        }
        return new Workload.Deployment(
                options.strategy(),
                Workloads.optional(options.minReadySeconds()),
                Workloads.optional(options.revisionHistoryLimit()),
                Objects.requireNonNullElse(options.progressDeadlineSeconds(), deadline));
    }
}
