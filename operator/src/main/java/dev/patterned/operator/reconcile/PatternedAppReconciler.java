package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import dev.patterned.operator.apply.Applier;
import dev.patterned.operator.apply.ContextCluster;
import dev.patterned.operator.apply.KnownForeign;
import dev.patterned.operator.apply.Lanes;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.apply.Pruner;
import dev.patterned.operator.events.EventRecorder;
import dev.patterned.operator.metrics.OperatorMetrics;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Target;
import dev.patterned.operator.observe.Awaited;
import dev.patterned.operator.observe.Awaiting;
import dev.patterned.operator.observe.Observer;
import dev.patterned.operator.resources.Latches;
import dev.patterned.operator.status.StatusCalculator;
import dev.patterned.operator.status.StatusWriter;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pass: validate, expand, apply, prune, observe, write the status once, record events.
 *
 * <p>There is no finalizer: children go with their owner. Trouble that may pass is an exception,
 * left to the framework's retry; everything a person did is an outcome in the status. What goes
 * wrong over one app is said in that app's status and holds up no other.
 */
@ControllerConfiguration(
        name = PatternedAppReconciler.NAME,
        fieldManager = ApiKeys.MANAGER,
        // With comparable versions the framework takes an edit of the spec that arrives during a
        // pass for the echo of that pass's own write, and drops it.
        informer = @Informer(comparableResourceVersions = false))
final class PatternedAppReconciler implements Reconciler<PatternedApp> {
    static final String NAME = "patternedapp";

    private static final Logger LOG = LoggerFactory.getLogger(PatternedAppReconciler.class);

    private final Function<PatternedApp, Verdict> validator;
    private final StatusWriter statusWriter;
    private final EventRecorder events;
    private final OperatorMetrics metrics;
    private final InstantSource clock;
    private final NextLook nextLook;
    private final Passes passes;
    private final Lanes lanes;
    private final boolean secrets;
    private final OptionalKinds optional;
    private final ConfigUsers configUsers = new ConfigUsers();
    private final KnownForeign foreign = new KnownForeign();
    private final RecentStatuses recent = new RecentStatuses();

    /**
     * Writes statuses and events through the client; children go through each pass's context.
     *
     * @param secrets whether Secrets are read
     */
    PatternedAppReconciler(
            Function<PatternedApp, Verdict> validator,
            KubernetesClient client,
            OperatorMetrics metrics,
            InstantSource clock,
            NextLook nextLook,
            Passes passes,
            Lanes lanes,
            boolean secrets) {
        this.validator = validator;
        this.secrets = secrets;
        this.statusWriter = new StatusWriter(client);
        this.events = new EventRecorder(client, ApiKeys.GROUP + "/operator");
        this.metrics = metrics;
        this.clock = clock;
        this.nextLook = nextLook;
        this.passes = passes;
        this.optional = new OptionalKinds(clock, nextLook.foreign());
        this.lanes = lanes;
    }

    @Override
    public List<EventSource<?, PatternedApp>> prepareEventSources(
            EventSourceContext<PatternedApp> context) {
        return EventSources.create(context, configUsers, secrets);
    }

    @Override
    public UpdateControl<PatternedApp> reconcile(
            PatternedApp primary, Context<PatternedApp> context) {
        try {
            return passes.run(() -> pass(primary, context)).orElseGet(UpdateControl::noUpdate);
        } catch (Error broken) {
            // The framework only knows exceptions: after an Error, such as a stack that overflows
            // over one app, it would take that app to be in a pass for ever.
            throw new IllegalStateException(broken);
        }
    }

    private UpdateControl<PatternedApp> pass(PatternedApp primary, Context<PatternedApp> context) {
        recent.refresh(primary, clock.instant());
        var verdict = validator.apply(primary);
        var awaited =
                switch (verdict) {
                    case Verdict.Accepted(var app, _) -> Awaiting.of(app, new Neighbours(context));
                    case Verdict.Refused _ -> Map.<Target, Awaited>of();
                };
        var outcomes =
                switch (verdict) {
                    case Verdict.Accepted(var app, _) when !app.paused() ->
                            bring(app, primary, awaited, context);
                    case Verdict.Accepted _, Verdict.Refused _ -> List.<Outcome>of();
                };
        var observation = Observer.observe(primary, context, awaited, clock.instant());
        write(
                primary,
                StatusCalculator.calculate(
                        primary, verdict, outcomes, observation, clock.instant()));
        return nextLook.after(outcomes, observation.hangs());
    }

    private void write(PatternedApp primary, PatternedAppStatus status) {
        if (statusWriter.write(primary, status)) {
            metrics.countStatusWrite();
            recent.wrote(primary, status, clock.instant());
            events.record(primary, primary.getStatus(), status);
        }
    }

    /** Says what went wrong; the retry, with its pauses, stays the framework's. */
    @Override
    public ErrorStatusUpdateControl<PatternedApp> updateErrorStatus(
            PatternedApp primary, Context<PatternedApp> context, Exception error) {
        var attempts = context.getRetryInfo().map(RetryInfo::getAttemptCount).orElse(0);
        try {
            FailedPass.of(error, attempts)
                    .map(failure -> StatusCalculator.failed(primary, failure, clock.instant()))
                    .ifPresent(status -> write(primary, status));
        } catch (RuntimeException unsaid) {
            LOG.debug("The failure could not be said in the status", unsaid);
        }
        return ErrorStatusUpdateControl.defaultErrorProcessing();
    }

    /** Brings the cluster to what the app wants. */
    private List<Outcome> bring(
            App app,
            PatternedApp primary,
            Map<Target, Awaited> awaited,
            Context<PatternedApp> context) {
        var cluster = new ContextCluster(context);
        var configurations = new Configurations(context, configUsers, secrets);
        var children = new ArrayList<>(configurations.children(app, cluster));
        children.addAll(Latches.due(app, target -> isDone(awaited, target)));
        var known = optional.known(children, context);
        var due = Settled.due(primary, known, cluster);
        var outcomes = new ArrayList<>(new Applier(cluster, foreign, lanes).apply(due));
        outcomes.replaceAll(outcome -> optional.judged(outcome, context.getClient()));
        outcomes.addAll(Settled.outcomes(known, due));
        outcomes.addAll(OptionalKinds.unknown(children, known));
        outcomes.addAll(new Pruner(cluster).prune(app.id(), children, outcomes));
        metrics.count(outcomes);
        return outcomes;
    }

    private static boolean isDone(Map<Target, Awaited> awaited, Target target) {
        return awaited.getOrDefault(target, Awaited.UNSEEN).done();
    }
}
