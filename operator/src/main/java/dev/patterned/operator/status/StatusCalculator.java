package dev.patterned.operator.status;

import dev.patterned.api.v1alpha1.DependencyStatus;
import dev.patterned.api.v1alpha1.HelperStatus;
import dev.patterned.api.v1alpha1.JobState;
import dev.patterned.api.v1alpha1.JobStatus;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import dev.patterned.api.v1alpha1.WorkloadReference;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.apply.Rollout;
import dev.patterned.operator.model.App;
import dev.patterned.operator.observe.ContainerRole;
import dev.patterned.operator.observe.Observation;
import dev.patterned.operator.observe.PodView;
import dev.patterned.operator.validation.Problem;
import dev.patterned.operator.validation.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From what a pass found to the status that says it. */
public final class StatusCalculator {
    private final PatternedApp primary;
    private final Observation observation;
    private final TransitionTimes times;
    private final Conditions conditions;

    private StatusCalculator(PatternedApp primary, Observation observation, TransitionTimes times) {
        this.primary = primary;
        this.observation = observation;
        this.times = times;
        var before = primary.getStatus();
        conditions =
                new Conditions(
                        before == null ? List.of() : before.conditions(),
                        primary.getMetadata().getGeneration(),
                        times);
    }

    /**
     * The whole new status.
     *
     * @param primary the app; of its old status only transition times are read
     * @param outcomes empty when nothing was applied, because of the verdict or of {@code paused}
     * @param now becomes the transition time of what changed, cut to seconds
     */
    public static PatternedAppStatus calculate(
            PatternedApp primary,
            Verdict verdict,
            List<Outcome> outcomes,
            Observation observation,
            Instant now) {
        var calculator = new StatusCalculator(primary, observation, new TransitionTimes(now));
        return switch (verdict) {
            case Verdict.Refused(var problems) -> calculator.refused(problems);
            case Verdict.Accepted(var app, var warnings) ->
                    calculator.accepted(app, warnings, outcomes);
        };
    }

    /**
     * The status of an app over which a pass failed: what it said of Pods stays, because nobody
     * knows better.
     *
     * @param now becomes the transition time of what changed, cut to seconds
     */
    public static PatternedAppStatus failed(
            PatternedApp primary, PassFailure failure, Instant now) {
        var nothing = new Observation(Optional.empty(), List.of(), List.of());
        return new StatusCalculator(primary, nothing, new TransitionTimes(now)).failed(failure);
    }

    private PatternedAppStatus failed(PassFailure failure) {
        conditions
                .set(ConditionType.ACCEPTED, "Unknown", failure.reason(), failure.message())
                .set(ConditionType.READY, "False", failure.reason(), failure.message())
                .set(ConditionType.RECONCILING, "True", failure.reason(), failure.message());
        var before = primary.getStatus();
        return before == null
                ? status(Rollout.none(0), null, null, List.of(), List.of(), List.of())
                : new PatternedAppStatus(
                        primary.getMetadata().getGeneration(),
                        conditions.list(),
                        before.workload(),
                        before.job(),
                        before.replicas(),
                        before.readyReplicas(),
                        before.updatedReplicas(),
                        before.selector(),
                        before.helpers(),
                        before.dependencies(),
                        before.services());
    }

    /**
     * What runs goes on, and so do its numbers. There are no rows: which helpers are meant is what
     * the spec fails to say.
     */
    private PatternedAppStatus refused(List<Problem> problems) {
        var first = ProblemTexts.first(problems);
        conditions
                .set(
                        ConditionType.ACCEPTED,
                        "False",
                        ProblemTexts.reason(problems),
                        ProblemTexts.all(problems))
                .set(ConditionType.READY, "False", Reasons.INVALID, first)
                .set(ConditionType.STALLED, "True", Reasons.INVALID, first);
        var rollout = observation.workload().map(Rollout::of).orElse(Rollout.none(0));
        var before = primary.getStatus();
        return status(
                rollout,
                References.observed(observation),
                before == null ? null : before.job(),
                List.of(),
                List.of(),
                List.of());
    }

    private PatternedAppStatus accepted(App app, List<Problem> warnings, List<Outcome> outcomes) {
        var roles = ContainerRole.of(app, observation.awaited());
        var pods =
                observation.pods().stream()
                        .map(pod -> PodView.of(pod, roles, observation.volumes()))
                        .toList();
        var rollout = observation.workload().map(Rollout::of).orElse(Rollout.none(app.replicas()));
        var job = Runs.last(app, primary, observation, outcomes);
        var waits =
                DependencyProgress.of(app, observation.awaited(), pods, job.is(JobState.SUCCEEDED));
        var readiness = AppReadiness.of(app, outcomes, waits, observation, rollout, job, pods);
        var looks = new ArrayList<>(warnings);
        looks.addAll(UnknownKinds.warnings(app, outcomes));
        conditions
                .set(ConditionType.ACCEPTED, "True", Reasons.VALID, ProblemTexts.accepted(looks))
                .set(
                        ConditionType.READY,
                        Conditions.truth(readiness.ready()),
                        readiness.reason(),
                        readiness.message());
        if (Runs.toTheEnd(app)) {
            JobReadiness.addTo(conditions, job, readiness);
        }
        waits.addTo(conditions);
        IsolationProgress.addTo(conditions, app, outcomes, observation, pods);
        if (readiness.reason().equals(Reasons.IMMUTABLE_FIELD_CHANGE)) {
            conditions.set(ConditionType.STALLED, "True", readiness.reason(), readiness.message());
        } else if (!readiness.ready()) {
            conditions.set(
                    ConditionType.RECONCILING, "True", readiness.reason(), readiness.message());
        }
        var before = primary.getStatus();
        return status(
                rollout,
                References.workload(app, outcomes, observation),
                Runs.row(job, primary, rollout, outcomes),
                HelperRows.of(app, pods),
                DependencyRows.of(
                        waits, outcomes, before == null ? List.of() : before.dependencies(), times),
                References.services(app));
    }

    private PatternedAppStatus status(
            Rollout rollout,
            @Nullable WorkloadReference workload,
            @Nullable JobStatus job,
            List<HelperStatus> helpers,
            List<DependencyStatus> dependencies,
            List<String> services) {
        return new PatternedAppStatus(
                primary.getMetadata().getGeneration(),
                conditions.list(),
                workload,
                job,
                rollout.replicas(),
                rollout.ready(),
                rollout.updated(),
                References.selector(primary),
                helpers,
                dependencies,
                services);
    }
}
