package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** The workload that runs the Pods. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "!has(self.deployment) || !has(self.kind) || self.kind == 'Deployment'",
        message = "workload.deployment is for kind Deployment: set kind: Deployment, or remove it",
        fieldPath = ".deployment")
@ValidationRule(
        value = "!has(self.statefulSet) || (has(self.kind) && self.kind == 'StatefulSet')",
        message =
                "workload.statefulSet is for kind StatefulSet: set kind: StatefulSet, or remove it",
        fieldPath = ".statefulSet")
@ValidationRule(
        value = "!has(self.daemonSet) || (has(self.kind) && self.kind == 'DaemonSet')",
        message = "workload.daemonSet is for kind DaemonSet: set kind: DaemonSet, or remove it",
        fieldPath = ".daemonSet")
@ValidationRule(
        value = "!has(self.job) || (has(self.kind) && self.kind == 'Job')",
        message = "workload.job is for kind Job: set kind: Job, or remove it",
        fieldPath = ".job")
@ValidationRule(
        value = "!has(self.cronJob) || (has(self.kind) && self.kind == 'CronJob')",
        message = "workload.cronJob is for kind CronJob: set kind: CronJob, or remove it",
        fieldPath = ".cronJob")
@ValidationRule(
        value = "!has(self.pod) || (has(self.kind) && self.kind == 'Pod')",
        message = "workload.pod is for kind Pod: set kind: Pod, or remove it",
        fieldPath = ".pod")
@ValidationRule(
        value = "!has(self.kind) || self.kind != 'CronJob' || has(self.cronJob)",
        message = "kind CronJob needs workload.cronJob.schedule: say when it runs",
        fieldPath = ".cronJob")
public record Workload(
        @JsonPropertyDescription("Kind of the workload; it cannot be changed.")
                @Default("Deployment")
                @Nullable WorkloadKind kind,
        @JsonPropertyDescription("Options of a Deployment.") @Nullable DeploymentOptions deployment,
        @JsonPropertyDescription("Options of a StatefulSet.")
                @Nullable StatefulSetOptions statefulSet,
        @JsonPropertyDescription("Options of a DaemonSet.") @Nullable DaemonSetOptions daemonSet,
        @JsonPropertyDescription("Options of a Job.") @Nullable JobOptions job,
        @JsonPropertyDescription("Options of a CronJob.") @Nullable CronJobOptions cronJob,
        @JsonPropertyDescription("Options of a Pod of its own.") @Nullable BarePodOptions pod) {}
