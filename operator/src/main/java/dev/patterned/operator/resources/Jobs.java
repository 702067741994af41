package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Workload;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;

/** Jobs. */
final class Jobs {
    private Jobs() {}

    /** Its selector is the server's to make: it tells the Pods of two Jobs of one name apart. */
    static Job job(App app, Workload.Job workload, PodTemplateSpec template) {
        return new JobBuilder()
                .withMetadata(Metadata.of(app.id(), ResourceNames.workload(app.id())))
                .withNewSpecLike(workload.options())
                .withTemplate(template)
                .endSpec()
                .build();
    }
}
