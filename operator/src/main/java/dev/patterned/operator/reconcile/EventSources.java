package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
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
import java.util.Objects;
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

    private final EventSourceContext<PatternedApp> context;
    private final IndexerResourceCache<PatternedApp> apps;

    private EventSources(EventSourceContext<PatternedApp> context) {
        this.context = context;
        this.apps = context.getPrimaryCache();
    }

    /** One informer a kind. Those of children see only what carries our label. */
    static List<EventSource<?, PatternedApp>> create(EventSourceContext<PatternedApp> context) {
        return new EventSources(context).create();
    }

    private List<EventSource<?, PatternedApp>> create() {
        apps.addIndexers(
                Map.of(
                        ServiceUsers.INDEX, ServiceUsers::wanted, //
                        Waiters.INDEX, Waiters::awaited));
        return List.of(
                child(Deployment.class, EventSources::apps),
                child(
                        Service.class,
                        service -> union(apps(service), ServiceUsers.of(service, apps))),
                child(ConfigMap.class, EventSources::apps),
                child(Pod.class, EventSources::apps),
                source(
                        any(Job.class)
                                .withSecondaryToPrimaryMapper(
                                        job -> union(apps(job), Waiters.ofJob(job, apps))),
                        EventSources::reduce),
                source(
                        any(PatternedApp.class)
                                .withName(Neighbours.SOURCE)
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
        return InformerEventSourceConfiguration.from(kind, PatternedApp.class);
    }

    private <T extends HasMetadata> EventSource<?, PatternedApp> source(
            InformerEventSourceConfiguration.Builder<T> configuration, Consumer<T> reduce) {
        configuration.withInformerListLimit(Caches.PAGE).withNamespacesInheritedFromController();
        var watched =
                context.getControllerConfiguration().getInformerConfig().getNamespaces().size();
        Caches.slim(watched, reduce).ifPresent(configuration::withItemStore);
        return new InformerEventSource<>(configuration.build(), context);
    }

    /** Of a Job that is somebody else's only its end is of interest. */
    private static void reduce(Job job) {
        if (!ApiKeys.MANAGER.equals(labels(job).get(ApiKeys.LABEL_MANAGED_BY))) {
            job.setSpec(null);
        }
    }

    private static Map<String, String> labels(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.of());
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
        var labelled = Stream.ofNullable(labels(object).get(ApiKeys.LABEL_APP));
        return Stream.concat(owners, labelled)
                .map(name -> new ResourceID(name, metadata.getNamespace()))
                .collect(Collectors.toSet());
    }

    private static Set<ResourceID> union(Set<ResourceID> some, Set<ResourceID> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
