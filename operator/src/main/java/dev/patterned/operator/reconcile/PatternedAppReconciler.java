package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.apply.Applier;
import dev.patterned.operator.apply.ContextCluster;
import dev.patterned.operator.apply.KnownForeign;
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
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One pass: validate, expand, apply, prune, observe, write the status once, record events.
 *
 * <p>There is no finalizer: children go with their owner. Trouble that may pass is an exception,
 * left to the framework's retry; everything a person did is an outcome in the status.
 */
@ControllerConfiguration(
        name = PatternedAppReconciler.NAME,
        fieldManager = ApiKeys.MANAGER,
        // With comparable versions the framework takes an edit of the spec that arrives during a
        // pass for the echo of that pass's own write, and drops it.
        informer = @Informer(comparableResourceVersions = false))
final class PatternedAppReconciler implements Reconciler<PatternedApp> {
    static final String NAME = "patternedapp";

    private final StatusWriter statusWriter;
    private final EventRecorder events;
    private final OperatorMetrics metrics;
    private final InstantSource clock;
    private final NextLook nextLook;
    private final boolean secrets;
    private final KnownForeign foreign = new KnownForeign();
    private final RecentStatuses recent = new RecentStatuses();

    /**
     * Writes statuses and events through the client; children go through each pass's context.
     *
     * @param secrets whether Secrets are read
     */
    PatternedAppReconciler(
            KubernetesClient client,
            OperatorMetrics metrics,
            InstantSource clock,
            NextLook nextLook,
            boolean secrets) {
        this.secrets = secrets;
        this.statusWriter = new StatusWriter(client);
        this.events = new EventRecorder(client, ApiKeys.GROUP + "/operator");
        this.metrics = metrics;
        this.clock = clock;
        this.nextLook = nextLook;
    }

    @Override
    public List<EventSource<?, PatternedApp>> prepareEventSources(
            EventSourceContext<PatternedApp> context) {
        return EventSources.create(context, secrets);
    }

    @Override
    public UpdateControl<PatternedApp> reconcile(
            PatternedApp primary, Context<PatternedApp> context) {
        recent.refresh(primary, clock.instant());
        var verdict = Validator.validate(primary);
        var awaited =
                switch (verdict) {
                    case Verdict.Accepted(var app, _) -> Awaiting.of(app, new Neighbours(context));
                    case Verdict.Refused _ -> Map.<Target, Awaited>of();
                };
        var outcomes =
                switch (verdict) {
                    case Verdict.Accepted(var app, _) when !app.paused() ->
                            bring(app, awaited, context);
                    case Verdict.Accepted _, Verdict.Refused _ -> List.<Outcome>of();
                };
        var observation = Observer.observe(primary, context, awaited);
        var status =
                StatusCalculator.calculate(
                        primary, verdict, outcomes, observation, clock.instant());
        if (statusWriter.write(primary, status)) {
            metrics.countStatusWrite();
            recent.wrote(primary, status, clock.instant());
            events.record(primary, primary.getStatus(), status);
        }
        return nextLook.after(outcomes);
    }

    /** Brings the cluster to what the app wants. */
    private List<Outcome> bring(
            App app, Map<Target, Awaited> awaited, Context<PatternedApp> context) {
        var cluster = new ContextCluster(context);
        var configurations = new Configurations(context, secrets);
        var children = new ArrayList<>(configurations.children(app, cluster));
        children.addAll(Latches.due(app, target -> isDone(awaited, target)));
        var outcomes = new ArrayList<>(new Applier(cluster, foreign).apply(children));
        outcomes.addAll(new Pruner(cluster).prune(app.id(), children, outcomes));
        metrics.count(outcomes);
        return outcomes;
    }

    private static boolean isDone(Map<Target, Awaited> awaited, Target target) {
        return awaited.getOrDefault(target, Awaited.UNSEEN).done();
    }
}
