package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.CronJobOptions;
import dev.patterned.operator.model.Workload;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpecBuilder;

/** CronJobs. */
final class CronJobs {
    private CronJobs() {}

    static Workload of(CronJobOptions options) {
        var cron =
                new CronJobSpecBuilder()
                        .withSchedule(options.schedule())
                        .withTimeZone(options.timeZone())
                        .withConcurrencyPolicy(Wire.of(options.concurrencyPolicy()))
                        .withStartingDeadlineSeconds(options.startingDeadlineSeconds())
                        .withSuspend(options.suspend())
                        .withSuccessfulJobsHistoryLimit(options.successfulJobsHistoryLimit())
                        .withFailedJobsHistoryLimit(options.failedJobsHistoryLimit())
                        .build();
        return new Workload.CronJob(cron, Jobs.of(options.job()));
    }
}
