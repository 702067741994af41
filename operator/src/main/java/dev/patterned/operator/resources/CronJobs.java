package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Workload;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;

/** CronJobs. */
final class CronJobs {
    private CronJobs() {}

    /** Its Jobs carry our labels, so that the operator sees them. */
    static CronJob cronJob(App app, Workload.CronJob workload, PodTemplateSpec template) {
        return new CronJobBuilder()
                .withMetadata(Metadata.of(app.id(), ResourceNames.workload(app.id())))
                .withNewSpecLike(workload.options())
                .withNewJobTemplate()
                .withNewMetadata()
                .withLabels(ResourceLabels.child(app.id()))
                .endMetadata()
                .withNewSpecLike(workload.job())
                .withTemplate(template)
                .endSpec()
                .endJobTemplate()
                .endSpec()
                .build();
    }
}
