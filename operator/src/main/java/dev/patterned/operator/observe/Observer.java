package dev.patterned.operator.observe;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.apply.Ownership;
import dev.patterned.operator.model.Target;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what the caches hold of one app; asks the server only about Pods that hang or are missing.
 */
public final class Observer {
    private static final List<Class<? extends HasMetadata>> WORKLOADS =
            List.of(
                    Deployment.class,
                    StatefulSet.class,
                    DaemonSet.class,
                    Job.class,
                    CronJob.class,
                    Pod.class);

    /** Between a Deployment and its Pods; the operator does not watch them. */
    private static final String REPLICA_SET = "ReplicaSet";

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
        var uid = primary.getMetadata().getUid();
        var workload =
                WORKLOADS.stream()
                        .<HasMetadata>flatMap(kind -> controlled(uid, kind, context))
                        .findFirst();
        var jobs =
                workload.filter(CronJob.class::isInstance).stream()
                        .flatMap(cron -> controlled(uid(cron), Job.class, context))
                        .sorted(Comparator.comparing(Observer::created))
                        .toList();
        var owners =
                Stream.concat(workload.stream(), jobs.stream())
                        .map(Observer::uid)
                        .collect(Collectors.toSet());
        var pods = pods(primary, owners, context);
        var hanging =
                pods.stream().filter(pod -> PodView.of(pod, Map.of()).isBeingSetUp()).toList();
        var missing =
                MissingPods.creator(workload, jobs)
                        .flatMap(creator -> MissingPods.of(creator, controlled(creator, pods)));
        var client = context.getClient();
        return new Observation(
                workload,
                jobs,
                pods,
                !hanging.isEmpty() || missing.isPresent(),
                MountEvents.late(hanging, now)
                        .map(pod -> MountEvents.of(pod, Warnings.about(pod, client)))
                        .orElseGet(Map::of),
                missing.filter(it -> it.late(now))
                        .flatMap(it -> CreationEvents.of(it, Warnings.about(it.creator(), client))),
                workload.filter(CronJob.class::isInstance)
                        .map(CronJob.class::cast)
                        .flatMap(cron ->
                                CreationEvents.of(cron, jobs, Warnings.cached(cron, context))),
                awaited);
    }

    private static <T extends HasMetadata> Stream<T> controlled(
            String uid, Class<T> kind, Context<PatternedApp> context) {
        return context.getSecondaryResourcesAsStream(kind)
                .filter(found -> Ownership.controls(uid, found));
    }

    private static List<Pod> controlled(HasMetadata creator, List<Pod> pods) {
        return pods.stream().filter(pod -> Ownership.controls(uid(creator), pod)).toList();
    }

    private static List<Pod> pods(
            PatternedApp primary, Set<String> owners, Context<PatternedApp> context) {
        return context.getSecondaryResourcesAsStream(Pod.class)
                .filter(pod -> owners.contains(uid(pod)) || isControlled(primary, owners, pod))
                .sorted(Comparator.comparing(pod -> pod.getMetadata().getName()))
                .toList();
    }

    /** A Pod that only copies our labels has no such controller. */
    private static boolean isControlled(PatternedApp primary, Set<String> owners, Pod pod) {
        var name = primary.getMetadata().getName();
        return Ownership.controller(pod)
                .filter(owner ->
                        owners.contains(owner.getUid())
                                || (name.equals(
                                                pod.getMetadata()
                                                        .getLabels()
                                                        .get(ApiKeys.LABEL_APP))
                                        && isReplicaSet(name, owner)))
                .isPresent();
    }

    private static boolean isReplicaSet(String app, OwnerReference owner) {
        return owner.getKind().equals(REPLICA_SET) && owner.getName().startsWith(app + "-");
    }

    private static String uid(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getUid(), "");
    }

    private static String created(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getCreationTimestamp(), "");
    }
}
