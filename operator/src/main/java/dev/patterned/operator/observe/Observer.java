package dev.patterned.operator.observe;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.apply.Ownership;
import dev.patterned.operator.model.Target;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the caches hold of one app; asks the server only about a Pod that hangs. */
public final class Observer {
    /** A Pod of ours is controlled by a ReplicaSet; one that only copies our labels is not. */
    private static final String CONTROLLER_OF_PODS = "ReplicaSet";

    private Observer() {}

    /**
     * What is there right now, this pass's own writes included.
     *
     * @param awaited what was seen when the pass began
     */
    public static Observation observe(
            PatternedApp primary,
            Context<PatternedApp> context,
            Map<Target, Awaited> awaited,
            Instant now) {
        var pods = pods(primary, context);
        var hanging =
                pods.stream().filter(pod -> PodView.of(pod, Map.of()).isBeingSetUp()).toList();
        return new Observation(
                deployment(primary, context),
                pods,
                !hanging.isEmpty(),
                MountEvents.of(hanging, context.getClient(), now),
                awaited);
    }

    private static Optional<Deployment> deployment(
            PatternedApp primary, Context<PatternedApp> context) {
        return context.getSecondaryResourcesAsStream(Deployment.class)
                .filter(found -> Ownership.controls(primary.getMetadata().getUid(), found))
                .findFirst();
    }

    private static List<Pod> pods(PatternedApp primary, Context<PatternedApp> context) {
        return context.getSecondaryResourcesAsStream(Pod.class)
                .filter(pod -> isOf(primary, pod))
                .sorted(Comparator.comparing(pod -> pod.getMetadata().getName()))
                .toList();
    }

    private static boolean isOf(PatternedApp primary, Pod pod) {
        var name = primary.getMetadata().getName();
        return name.equals(pod.getMetadata().getLabels().get(ApiKeys.LABEL_APP))
                && Ownership.controller(pod)
                        .filter(owner -> owner.getKind().equals(CONTROLLER_OF_PODS))
                        .filter(owner -> owner.getName().startsWith(name + "-"))
                        .isPresent();
    }
}
