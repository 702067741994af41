package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Options of the kinds. */
final class Workloads {
    private static final String[] JOBS = {
        "{completions: 3, parallelism: 2, backoffLimit: 1}",
        "{completionMode: Indexed, completions: 3, parallelism: 3, backoffLimitPerIndex: 1}",
        "{completionMode: Indexed, completions: 4, parallelism: 4}",
        "{completionMode: Indexed, completions: 2, successPolicy: {rules: [{succeededCount: 1}]}}",
        "{podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [3]}}]}}",
        "{restartPolicy: OnFailure, activeDeadlineSeconds: 60}",
        "{suspend: true, ttlSecondsAfterFinished: 60}",
        "{suspend: false, podReplacementPolicy: Failed}",
    };

    private final Draw draw;

    Workloads(Draw draw) {
        this.draw = draw;
    }

    JsonNode workload(String kind) {
        var workload = Draw.object().put("kind", kind);
        var member = Character.toLowerCase(kind.charAt(0)) + kind.substring(1);
        if (kind.equals("CronJob") || draw.chance(0.7)) {
            workload.set(member, options(kind));
        }
        return workload;
    }

    private ObjectNode options(String kind) {
        return switch (kind) {
            case "Deployment" -> deployment();
            case "StatefulSet" -> statefulSet();
            case "DaemonSet" -> daemonSet();
            case "Job" -> (ObjectNode) Draw.yaml(draw.one(List.of(JOBS)));
            case "CronJob" -> cronJob();
            default ->
                    (ObjectNode)
                            Draw.yaml(
                                    draw.one(
                                            List.of(
                                                    "{restartPolicy: Never}",
                                                    "{restartPolicy: Always}")));
        };
    }

    private ObjectNode deployment() {
        var options = Draw.object();
        draw.maybe(
                options,
                "strategy",
                0.7,
                "{type: Recreate}",
                "{type: RollingUpdate}",
                "{rollingUpdate: {maxSurge: 1}}",
                "{type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}");
        draw.maybe(options, "minReadySeconds", 0.3, "0", "5");
        draw.maybe(options, "revisionHistoryLimit", 0.3, "0", "3");
        draw.maybe(options, "progressDeadlineSeconds", 0.3, "3600");
        return options;
    }

    private ObjectNode statefulSet() {
        var options = Draw.object();
        if (draw.chance(0.3)) {
            options.put("serviceName", "peers");
        }
        draw.maybe(options, "podManagementPolicy", 0.3, "Parallel", "OrderedReady");
        draw.maybe(
                options,
                "updateStrategy",
                0.6,
                "{type: OnDelete}",
                "{type: RollingUpdate}",
                "{rollingUpdate: {partition: 2}}");
        draw.maybe(
                options,
                "persistentVolumeClaimRetentionPolicy",
                0.4,
                "{whenDeleted: Delete}",
                "{whenScaled: Delete}");
        draw.maybe(options, "minReadySeconds", 0.3, "5");
        draw.maybe(options, "ordinals", 0.3, "{start: 0}", "{start: 3}");
        Draw.set(options, "volumeClaimTemplates", draw.list(List.of("c1", "c2"), 0.3, this::claim));
        return options;
    }

    private JsonNode claim(String name) {
        var claim =
                Draw.yaml(
                        draw.one(
                                List.of(
                                        "{spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}",
                                        "{spec: {accessModes: [ReadWriteMany], storageClassName: a, resources: {requests: {storage: 1024Mi}}}}")));
        ((ObjectNode) claim).putObject("metadata").put("name", name);
        return claim;
    }

    private ObjectNode daemonSet() {
        var options = Draw.object();
        draw.maybe(
                options,
                "updateStrategy",
                0.7,
                "{type: OnDelete}",
                "{type: RollingUpdate}",
                "{rollingUpdate: {maxUnavailable: 2}}",
                "{rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}");
        draw.maybe(options, "minReadySeconds", 0.3, "5");
        return options;
    }

    private ObjectNode cronJob() {
        var options = Draw.object();
        draw.maybe(options, "schedule", 1, "'@daily'", "0 4 * * *");
        draw.maybe(options, "timeZone", 0.3, "Etc/UTC", "Europe/Berlin");
        draw.maybe(options, "concurrencyPolicy", 0.4, "Forbid", "Replace", "Allow");
        draw.maybe(options, "startingDeadlineSeconds", 0.3, "60");
        draw.maybe(options, "suspend", 0.3, "true", "false");
        draw.maybe(options, "successfulJobsHistoryLimit", 0.3, "0", "5");
        draw.maybe(options, "failedJobsHistoryLimit", 0.3, "0");
        draw.maybe(options, "job", 0.7, JOBS);
        return options;
    }
}
