package dev.patterned.operator.status;

import dev.patterned.operator.apply.Rollout;
import dev.patterned.operator.observe.Observation;
import dev.patterned.operator.observe.PodProblem;
import dev.patterned.operator.observe.PodView;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import java.util.List;
import java.util.Optional;

/**
 * Whether a workload whose Pods go on running is ready.
 *
 * <p>The order is fixed: what its controller has not seen; Pods that could not be made; the worst
 * Pod; a rollout that gave up; how far it is.
 */
final class RolloutReadiness {
    private RolloutReadiness() {}

    static Readiness of(
            String label, Observation observation, Rollout rollout, List<PodView> pods) {
        var workload = observation.workload();
        if (!rollout.observed()) {
            return Readiness.blocked(
                    Reasons.PROGRESSING, label + ": no report on its newest template yet");
        }
        if (rollout.complete()) {
            var perNode = workload.filter(DaemonSet.class::isInstance).isPresent();
            return new Readiness(
                    true,
                    Reasons.READY,
                    perNode && rollout.wanted() == 0
                            ? "no node is to have a Pod"
                            : complete(rollout));
        }
        var failure = Creation.failure(observation);
        if (failure.isPresent()) {
            return Creation.blocked(label, failure.get());
        }
        var worst = WorstPod.of(pods);
        if (worst.filter(it -> it.kind().compareTo(PodProblem.Kind.UNREADY) < 0).isPresent()) {
            return blocked(worst.get());
        }
        var stuck =
                deployment(workload)
                        .flatMap(it ->
                                condition(it, "Progressing", "False")
                                        .filter(why ->
                                                "ProgressDeadlineExceeded".equals(why.getReason()))
                                        .map(_ -> deadline(it)));
        if (stuck.isPresent()) {
            return Readiness.blocked(
                    Reasons.ROLLOUT_STUCK,
                    "%s: %s: %s"
                            .formatted(
                                    label,
                                    stuck.get(),
                                    worst.map(PodProblem::sentence).orElse(progress(rollout))));
        }
        return worst.map(RolloutReadiness::blocked)
                .orElseGet(() ->
                        Readiness.blocked(Reasons.PROGRESSING, label + ": " + progress(rollout)));
    }

    private static Optional<Deployment> deployment(Optional<HasMetadata> workload) {
        return workload.filter(Deployment.class::isInstance).map(Deployment.class::cast);
    }

    static Readiness blocked(PodProblem problem) {
        return Readiness.blocked(Reasons.of(problem.kind()), problem.sentence());
    }

    private static String complete(Rollout rollout) {
        return rollout.wanted() == 0
                ? "scaled to 0"
                : "%d of %d Pods are ready".formatted(rollout.available(), rollout.wanted());
    }

    /** Where it stands, for a sentence. */
    private static String progress(Rollout rollout) {
        var wanted = rollout.wanted();
        var updated = rollout.updated();
        if (wanted == 0) {
            return "scaling to 0, %d Pods are left".formatted(rollout.replicas());
        }
        if (updated < rollout.renewed()) {
            return "%d of %d Pods have the newest template".formatted(updated, rollout.renewed());
        }
        var older = rollout.replicas() - updated - (wanted - rollout.renewed());
        if (older > 0) {
            return "%d Pods of an older template are being replaced".formatted(older);
        }
        return rollout.ready() > rollout.available()
                ? "%d of %d Pods are ready, %d for long enough (minReadySeconds)"
                        .formatted(rollout.ready(), wanted, rollout.available())
                : "%d of %d Pods are ready".formatted(rollout.ready(), wanted);
    }

    static Optional<DeploymentCondition> condition(
            Deployment deployment, String type, String value) {
        return deployment.getStatus().getConditions().stream()
                .filter(it -> type.equals(it.getType()) && value.equals(it.getStatus()))
                .findFirst();
    }

    private static String deadline(Deployment deployment) {
        var seconds = deployment.getSpec().getProgressDeadlineSeconds();
        return "the rollout has made no progress"
                + (seconds == null ? "" : " for " + seconds + " s");
    }
}
