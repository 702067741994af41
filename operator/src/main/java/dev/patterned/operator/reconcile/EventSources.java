package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.SecondaryToPrimaryMapper;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What starts a pass besides the app itself: events of its children and Pods. */
final class EventSources {
    private static final String OURS = ApiKeys.LABEL_MANAGED_BY + "=" + ApiKeys.MANAGER;

    private EventSources() {}

    /** One informer a kind, each sees only what carries our label. */
    static List<EventSource<?, PatternedApp>> create(EventSourceContext<PatternedApp> context) {
        var apps = context.getPrimaryCache();
        apps.addIndexers(Map.of(ServiceUsers.INDEX, ServiceUsers::wanted));
        return List.of(
                source(Deployment.class, EventSources::apps, context),
                source(StatefulSet.class, EventSources::apps, context),
                source(DaemonSet.class, EventSources::apps, context),
                source(Job.class, EventSources::apps, context),
                source(CronJob.class, EventSources::apps, context),
                source(
                        Service.class,
                        service -> union(apps(service), ServiceUsers.of(service, apps)),
                        context),
                source(ConfigMap.class, EventSources::apps, context),
                source(HorizontalPodAutoscaler.class, EventSources::apps, context),
                source(PodDisruptionBudget.class, EventSources::apps, context),
                source(NetworkPolicy.class, EventSources::apps, context),
                source(Pod.class, EventSources::apps, context));
    }

    private static <T extends HasMetadata> EventSource<?, PatternedApp> source(
            Class<T> kind,
            SecondaryToPrimaryMapper<T> mapper,
            EventSourceContext<PatternedApp> context) {
        var configuration =
                InformerEventSourceConfiguration.from(kind, PatternedApp.class)
                        .withLabelSelector(OURS)
                        .withInformerListLimit(Caches.PAGE)
                        .withSecondaryToPrimaryMapper(mapper)
                        .withNamespacesInheritedFromController();
        var watched =
                context.getControllerConfiguration().getInformerConfig().getNamespaces().size();
        Caches.<T>slim(watched).ifPresent(configuration::withItemStore);
        return new InformerEventSource<>(configuration.build(), context);
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
        var labelled = Stream.ofNullable(metadata.getLabels().get(ApiKeys.LABEL_APP));
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
