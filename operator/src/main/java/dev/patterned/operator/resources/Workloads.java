package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Workload;
import dev.patterned.operator.plan.PodPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** The object that runs the Pods: one function a kind. */
final class Workloads {
    private Workloads() {}

    static HasMetadata workload(App app, PodPlan plan, ConfigVersion config) {
        var template =
                PodTemplates.podTemplate(
                        app, plan, rolls(app.workload()) ? config : ConfigVersion.UNKNOWN);
        return switch (app.workload()) {
            case Workload.Deployment options -> Deployments.deployment(app, options, template);
            case Workload.StatefulSet options -> StatefulSets.statefulSet(app, options, template);
            case Workload.DaemonSet options -> DaemonSets.daemonSet(app, options, template);
            case Workload.Job options -> Jobs.job(app, options, template);
            case Workload.CronJob options -> CronJobs.cronJob(app, options, template);
            case Workload.Pod _ -> Pods.pod(app, template);
        };
    }

    /**
     * Whether running Pods are replaced when their configuration changes. What runs once keeps what
     * it began with, and the next run of a CronJob reads it anew anyway.
     */
    private static boolean rolls(Workload workload) {
        return switch (workload) {
            case Workload.Deployment _, Workload.StatefulSet _, Workload.DaemonSet _ -> true;
            case Workload.Job _, Workload.CronJob _, Workload.Pod _ -> false;
        };
    }
}
