package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Workload;
import dev.patterned.operator.plan.PodPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** The object that runs the Pods: one function a kind. */
final class Workloads {
    private Workloads() {}

    static HasMetadata workload(App app, PodPlan plan) {
        var template = PodTemplates.podTemplate(app, plan);
        return switch (app.workload()) {
            case Workload.Deployment options -> Deployments.deployment(app, options, template);
            case Workload.StatefulSet options -> StatefulSets.statefulSet(app, options, template);
            case Workload.DaemonSet options -> DaemonSets.daemonSet(app, options, template);
            case Workload.Job options -> Jobs.job(app, options, template);
            case Workload.CronJob options -> CronJobs.cronJob(app, options, template);
            case Workload.Pod _ -> Pods.pod(app, template);
        };
    }
}
