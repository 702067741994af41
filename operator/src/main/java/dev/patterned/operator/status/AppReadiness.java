package dev.patterned.operator.status;

import dev.patterned.api.v1alpha1.JobState;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.apply.Rollout;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Workload;
import dev.patterned.operator.observe.Observation;
import dev.patterned.operator.observe.PodView;
import dev.patterned.operator.resources.ResourceNames;
import java.util.List;
import java.util.Optional;

/**
 * Whether a valid app is ready, and if not, the one thing to say about it: what could not be
 * written, else a wait that cannot end, else what its workload's kind asks for.
 */
final class AppReadiness {
    private static final String PAUSED = " (paused: the operator changes nothing)";

    private AppReadiness() {}

    static Readiness of(
            App app,
            List<Outcome> outcomes,
            DependencyProgress waits,
            Observation observation,
            Rollout rollout,
            JobProgress job,
            List<PodView> pods) {
        var isThere = rollout.complete() || job.is(JobState.SUCCEEDED);
        var found =
                OutcomeReadiness.of(outcomes)
                        .or(() -> isThere ? Optional.empty() : waits.blocked())
                        .orElseGet(() -> looked(app, observation, rollout, job, pods));
        if (!app.paused()) {
            return found;
        }
        if (!rollout.exists() && !job.over()) {
            return Readiness.blocked(Reasons.PAUSED, label(app) + " does not exist" + PAUSED);
        }
        // A real trouble keeps its name; paused itself is none, and never hides one.
        var quiet = found.ready() || found.reason().equals(Reasons.PROGRESSING);
        return new Readiness(
                found.ready(), quiet ? Reasons.PAUSED : found.reason(), found.message() + PAUSED);
    }

    private static Readiness looked(
            App app,
            Observation observation,
            Rollout rollout,
            JobProgress job,
            List<PodView> pods) {
        return switch (app.workload()) {
            case Workload.Deployment _, Workload.StatefulSet _, Workload.DaemonSet _ ->
                    RolloutReadiness.of(label(app), observation, rollout, pods);
            case Workload.Pod _ -> BarePodReadiness.of(label(app), rollout, pods);
            case Workload.Job _ -> JobReadiness.of(label(app), observation, job, pods);
            case Workload.CronJob cron ->
                    CronJobReadiness.of(label(app), cron, observation, job, pods);
        };
    }

    private static String label(App app) {
        return app.workload().kind() + "/" + ResourceNames.workload(app.id());
    }
}
