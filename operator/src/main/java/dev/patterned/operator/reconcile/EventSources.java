package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.observe.CreationEvents;
import dev.patterned.operator.plan.ConfigReference.Kind;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.javaoperatorsdk.operator.api.config.informer.FieldSelector;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.SecondaryToPrimaryMapper;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What starts a pass besides the app itself: events of its children and Pods, and of what it waits
 * for.
 */
final class EventSources {
    private static final String OURS = ApiKeys.LABEL_MANAGED_BY + "=" + ApiKeys.MANAGER;

    /** Only its schedule knows that a Job is missing, so that nobody would look. */
    private static final FieldSelector JOBS_NOT_CREATED =
            new FieldSelector(
                    new FieldSelector.Field("regarding.kind", "CronJob"),
                    new FieldSelector.Field("reason", CreationEvents.REASON));

    private final EventSourceContext<PatternedApp> context;
    private final IndexerResourceCache<PatternedApp> apps;

    private final boolean secrets;

    private EventSources(EventSourceContext<PatternedApp> context, boolean secrets) {
        this.context = context;
        this.secrets = secrets;
        this.apps = context.getPrimaryCache();
    }

    /**
     * One informer a kind. What a user may bring along (ConfigMaps, Jobs, Secrets) is seen as a
     * whole and cached as a digest, of other kinds only what carries our label.
     *
     * @param configUsers who must hear of a ConfigMap or Secret
     * @param secrets whether the operator may read Secrets
     */
    static List<EventSource<?, PatternedApp>> create(
            EventSourceContext<PatternedApp> context, ConfigUsers configUsers, boolean secrets) {
        return new EventSources(context, secrets).create(configUsers);
    }

    /** The one of a kind that a cluster may not know. */
    static EventSource<?, PatternedApp> optional(
            EventSourceContext<PatternedApp> context, Class<? extends HasMetadata> kind) {
        return new EventSources(context, false).optional(kind);
    }

    private <T extends HasMetadata> EventSource<?, PatternedApp> optional(Class<T> kind) {
        return source(
                any(kind)
                        .withName(OptionalKinds.source(kind))
                        .withLabelSelector(OURS)
                        .withSecondaryToPrimaryMapper(EventSources::apps),
                _ -> {});
    }

    private List<EventSource<?, PatternedApp>> create(ConfigUsers configUsers) {
        apps.addIndexers(
                Map.of(
                        ServiceUsers.INDEX, ServiceUsers::wanted, //
                        Waiters.INDEX, Waiters::awaited));
        var optional = OptionalKinds.served(context.getClient()).stream().map(this::optional);
        return Stream.of(always(configUsers).stream(), optional, secrets(configUsers))
                .<EventSource<?, PatternedApp>>flatMap(sources -> sources)
                .toList();
    }

    private List<EventSource<?, PatternedApp>> always(ConfigUsers configUsers) {
        return List.of(
                child(Deployment.class, EventSources::apps),
                child(StatefulSet.class, EventSources::apps),
                child(DaemonSet.class, EventSources::apps),
                child(CronJob.class, EventSources::apps),
                child(
                        Service.class,
                        service -> union(apps(service), ServiceUsers.of(service, apps))),
                child(NetworkPolicy.class, EventSources::apps),
                child(HorizontalPodAutoscaler.class, EventSources::apps),
                child(PodDisruptionBudget.class, EventSources::apps),
                child(Pod.class, EventSources::apps),
                source(
                        any(ConfigMap.class)
                                .withSecondaryToPrimaryMapper(config ->
                                        union(
                                                apps(config),
                                                configUsers.of(
                                                        config, Kind.CONFIG_MAP, apps::contains))),
                        Caches::reduce),
                source(
                        any(Job.class)
                                .withSecondaryToPrimaryMapper(
                                        job -> union(apps(job), Waiters.ofJob(job, apps))),
                        Caches::reduce),
                source(
                        any(Event.class)
                                .withFieldSelector(JOBS_NOT_CREATED)
                                .withSecondaryToPrimaryMapper(EventSources::regarded),
                        _ -> {}),
                source(
                        any(PatternedApp.class)
                                .withName(Neighbours.SOURCE)
                                .withInformerListLimit(Caches.PAGE_OF_APPS)
                                .withOnUpdateFilter(Neighbours::matters)
                                .withSecondaryToPrimaryMapper(app -> Waiters.ofApp(app, apps)),
                        app -> app.setSpec(null)));
    }

    private <T extends HasMetadata> EventSource<?, PatternedApp> child(
            Class<T> kind, SecondaryToPrimaryMapper<T> mapper) {
        return source(
                any(kind).withLabelSelector(OURS).withSecondaryToPrimaryMapper(mapper), _ -> {});
    }

    private static <T extends HasMetadata> InformerEventSourceConfiguration.Builder<T> any(
            Class<T> kind) {
        return InformerEventSourceConfiguration.from(kind, PatternedApp.class)
                .withInformerListLimit(Caches.PAGE);
    }

    private <T extends HasMetadata> EventSource<?, PatternedApp> source(
            InformerEventSourceConfiguration.Builder<T> configuration, Consumer<T> reduce) {
        configuration.withNamespacesInheritedFromController();
        Caches.slim(namespaces().size(), reduce).ifPresent(configuration::withItemStore);
        return new InformerEventSource<>(configuration.build(), context);
    }

    /** One for each namespace, so that each has a store of its own, which drops what is secret. */
    private Stream<EventSource<?, PatternedApp>> secrets(ConfigUsers configUsers) {
        if (!secrets) {
            return Stream.empty();
        }
        return namespaces().stream()
                .map(namespace -> {
                    var configuration =
                            any(Secret.class)
                                    .withName("secrets" + namespace)
                                    .withNamespaces(Set.of(namespace))
                                    .withSecondaryToPrimaryMapper(secret ->
                                            configUsers.of(secret, Kind.SECRET, apps::contains));
                    Caches.<Secret>slim(1, Caches::reduce).ifPresent(configuration::withItemStore);
                    return new InformerEventSource<>(configuration.build(), context);
                });
    }

    private Set<String> namespaces() {
        return context.getControllerConfiguration().getInformerConfig().getNamespaces();
    }

    /**
     * The owner, and whom the label names: an object that lost its owner reference still concerns
     * its app, and a Pod's owner is a ReplicaSet.
     */
    private static Set<ResourceID> apps(HasMetadata object) {
        var metadata = object.getMetadata();
        var owners =
                metadata.getOwnerReferences().stream()
                        .filter(owner -> owner.getApiVersion().startsWith(ApiKeys.GROUP + "/"))
                        .map(OwnerReference::getName);
        var labelled = Stream.ofNullable(Caches.labels(object).get(ApiKeys.LABEL_APP));
        return Stream.concat(owners, labelled)
                .map(name -> new ResourceID(name, metadata.getNamespace()))
                .collect(Collectors.toSet());
    }

    /** Our CronJob has its app's name. */
    private static Set<ResourceID> regarded(Event event) {
        return Stream.ofNullable(event.getRegarding())
                .map(it -> new ResourceID(it.getName(), it.getNamespace()))
                .collect(Collectors.toSet());
    }

    private static Set<ResourceID> union(Set<ResourceID> some, Set<ResourceID> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
