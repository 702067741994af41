package dev.patterned.operator.status;

import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Isolation;
import dev.patterned.operator.observe.ContainerView;
import dev.patterned.operator.observe.Observation;
import dev.patterned.operator.observe.PodView;
import dev.patterned.operator.observe.Wording;
import dev.patterned.operator.resources.ResourceNames;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import java.util.List;
import java.util.Optional;

/**
 * Whether the isolation that an app asks for is held: never more than is known.
 *
 * <p>Filter rules are seen to be loaded, Pod by Pod. Whether a NetworkPolicy does anything is the
 * network plugin's secret, so that is never more than unknown.
 */
final class IsolationProgress {
    private static final String TYPE = ConditionType.AMBASSADOR_ENFORCED;
    private static final String POLICY = "NetworkPolicy";
    private static final int DETAIL = 400;

    private IsolationProgress() {}

    /** Adds AmbassadorEnforced for an app that asks for isolation. */
    static void addTo(
            Conditions conditions,
            App app,
            List<Outcome> outcomes,
            Observation observation,
            List<PodView> pods) {
        if (!app.isolation().any()) {
            return;
        }
        switch (app.isolation().enforcement()) {
            case NETWORK_POLICY -> policy(conditions, app, outcomes);
            case NETFILTER -> rules(conditions, observation, pods);
        }
    }

    private static void policy(Conditions conditions, App app, List<Outcome> outcomes) {
        var label = POLICY + "/" + ResourceNames.networkPolicy(app.id());
        var ours = outcomes.stream().filter(it -> it.label().equals(label)).toList();
        var failure = OutcomeReadiness.of(ours);
        if (failure.isPresent()) {
            conditions.set(TYPE, "False", failure.get().reason(), failure.get().message());
        } else if (ours.isEmpty()) {
            conditions.set(
                    TYPE,
                    "Unknown",
                    Reasons.PROGRESSING,
                    label + " was not looked at in this pass");
        } else {
            conditions.set(
                    TYPE,
                    "Unknown",
                    Reasons.UP_TO_NETWORK_PLUGIN,
                    label
                            + " is in place, for the Pod as a whole; whether it is enforced is up to the cluster's network plugin, which does not say");
        }
    }

    private static void rules(Conditions conditions, Observation observation, List<PodView> pods) {
        var active = pods.stream().filter(PodView::active).toList();
        var open = active.stream().filter(pod -> filter(pod).isEmpty()).toList();
        var failed = active.stream().flatMap(pod -> failure(pod).stream()).findFirst();
        // Of a Job that is done only ended Pods are left.
        var held =
                (active.isEmpty() ? pods : active)
                        .stream().filter(IsolationProgress::loaded).count();
        var refused = Creation.failure(observation);
        if (refused.filter(IsolationProgress::forbidsFilters).isPresent()) {
            conditions.set(
                    TYPE,
                    "False",
                    Reasons.POD_SECURITY,
                    "the namespace's Pod Security forbids the capability NET_ADMIN, which %s needs to load the filter rules: let the namespace admit it, or set isolation.enforcement: NetworkPolicy (%s)"
                            .formatted(Isolation.CONTAINER, refused.get()));
        } else if (failed.isPresent()) {
            conditions.set(TYPE, "False", Reasons.FILTER_RULES_FAILED, failed.get());
        } else if (!open.isEmpty()) {
            conditions.set(
                    TYPE,
                    "False",
                    Reasons.OLDER_PODS,
                    "%d of %d Pods have no filter rules, %s among them: they are of an older template"
                            .formatted(open.size(), active.size(), open.getFirst().name()));
        } else if (held > 0) {
            conditions.set(
                    TYPE,
                    "True",
                    Reasons.FILTER_RULES_LOADED,
                    (held == 1 ? "1 Pod has" : held + " Pods have") + " loaded the filter rules");
        } else if (refused.isPresent()) {
            conditions.set(
                    TYPE,
                    "False",
                    Reasons.POD_CREATION_FAILED,
                    "Pods cannot be created: " + refused.get());
        } else {
            conditions.set(
                    TYPE, "Unknown", Reasons.PROGRESSING, "no Pod has loaded its filter rules yet");
        }
    }

    private static boolean forbidsFilters(String failure) {
        return failure.contains("PodSecurity") && failure.contains("NET_ADMIN");
    }

    private static Optional<ContainerView> filter(PodView pod) {
        return pod.container(Isolation.CONTAINER);
    }

    /** It ends well only once the rules are in place. */
    private static boolean loaded(PodView pod) {
        return filter(pod)
                .flatMap(ContainerView::ended)
                .filter(end -> Integer.valueOf(0).equals(end.getExitCode()))
                .isPresent();
    }

    private static Optional<String> failure(PodView pod) {
        return loaded(pod)
                ? Optional.empty()
                : filter(pod)
                        .flatMap(ContainerView::lastFailure)
                        .map(end ->
                                "Pod %s: the filter rules could not be loaded: %s"
                                        .formatted(pod.name(), said(end)));
    }

    private static String said(ContainerStateTerminated end) {
        var message = Wording.line(end.getMessage(), DETAIL);
        return message.isEmpty() ? "exit code " + end.getExitCode() : message;
    }
}
