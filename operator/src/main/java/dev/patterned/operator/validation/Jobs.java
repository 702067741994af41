package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.JobOptions;
import dev.patterned.api.v1alpha1.JobRestartPolicy;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Jobs, and what CronJobs run. */
final class Jobs {
    private Jobs() {}

    static JobSpec of(@Nullable JobOptions options) {
        if (options == null) {
            return new JobSpec();
        }
        return new JobSpecBuilder()
                .withCompletions(options.completions())
                .withParallelism(options.parallelism())
                .withCompletionMode(Wire.of(options.completionMode()))
                .withBackoffLimit(options.backoffLimit())
                .withBackoffLimitPerIndex(options.backoffLimitPerIndex())
                .withMaxFailedIndexes(options.maxFailedIndexes())
                .withPodFailurePolicy(options.podFailurePolicy())
                .withSuccessPolicy(options.successPolicy())
                .withPodReplacementPolicy(Wire.of(options.podReplacementPolicy()))
                .withActiveDeadlineSeconds(options.activeDeadlineSeconds())
                .withTtlSecondsAfterFinished(options.ttlSecondsAfterFinished())
                .withSuspend(options.suspend())
                .build();
    }

    static String restartPolicy(@Nullable JobOptions options) {
        var said = options == null ? null : options.restartPolicy();
        return Wire.text(Objects.requireNonNullElse(said, JobRestartPolicy.NEVER));
    }
}
