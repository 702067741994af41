package dev.patterned.operator.status;

import dev.patterned.operator.model.Workload;
import dev.patterned.operator.observe.Observation;
import dev.patterned.operator.observe.PodProblem;
import dev.patterned.operator.observe.PodView;
import java.util.List;

/** A CronJob is ready when it is there, unless a run of it hangs. */
final class CronJobReadiness {
    private CronJobReadiness() {}

    static Readiness of(
            String label,
            Workload.CronJob cron,
            Observation observation,
            JobProgress last,
            List<PodView> pods) {
        if (observation.workload().isEmpty()) {
            return Readiness.blocked(Reasons.PROGRESSING, label + ": it does not exist yet");
        }
        var suspended = Boolean.TRUE.equals(cron.options().getSuspend());
        var noJob = Creation.jobsBlocked(label, observation);
        if (noJob.isPresent() && !suspended) {
            return noJob.get();
        }
        var failure = Creation.failure(observation);
        if (failure.isPresent()) {
            return Creation.blocked(label + ", Job/" + last.name(), failure.get());
        }
        var hanging =
                WorstPod.of(pods.stream().filter(PodView::active).toList())
                        .filter(it -> it.kind().compareTo(PodProblem.Kind.UNREADY) < 0);
        if (hanging.isPresent()) {
            return RolloutReadiness.blocked(hanging.get());
        }
        var zone = cron.options().getTimeZone();
        return new Readiness(
                true,
                suspended ? Reasons.SUSPENDED : Reasons.READY,
                "%s runs at \"%s\"%s%s; %s"
                        .formatted(
                                label,
                                cron.options().getSchedule(),
                                zone == null ? "" : " of " + zone,
                                suspended ? ", but is suspended" : "",
                                last(last)));
    }

    private static String last(JobProgress last) {
        return last.state()
                .map(state ->
                        switch (state) {
                            case RUNNING, SUSPENDED -> "Job/" + last.name() + " goes on";
                            case SUCCEEDED ->
                                    "Job/%s has completed at %s"
                                            .formatted(last.name(), last.ended());
                            case FAILED ->
                                    "Job/%s has failed at %s".formatted(last.name(), last.ended());
                        })
                .orElse("it has not run yet");
    }
}
