package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.apply.Cluster;
import dev.patterned.operator.apply.Ownership;
import dev.patterned.operator.model.App;
import dev.patterned.operator.plan.ConfigReference;
import dev.patterned.operator.plan.ConfigReference.Kind;
import dev.patterned.operator.plan.ConfigReferences;
import dev.patterned.operator.plan.Planner;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.resources.ConfigVersion;
import dev.patterned.operator.resources.Expansion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.Cache;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What the caches hold of the ConfigMaps and Secrets that one app uses; sends nothing. */
final class Configurations {
    private final Context<PatternedApp> context;
    private final ConfigUsers users;
    private final boolean secrets;

    /**
     * For one pass.
     *
     * @param users is told what the app uses
     * @param secrets whether the operator may read Secrets; if not, they do not count
     */
    Configurations(Context<PatternedApp> context, ConfigUsers users, boolean secrets) {
        this.context = context;
        this.users = users;
        this.secrets = secrets;
    }

    /**
     * The children, with the present version of the app's configuration in the Pod template.
     *
     * <p>While something is missing without which no new Pod starts, the template keeps the version
     * that it has: Pods that run are not exchanged for others that cannot.
     */
    List<Child> children(App app, Cluster cluster) {
        var plan = Planner.plan(app);
        var references =
                ConfigReferences.of(app, plan).stream()
                        .filter(reference -> secrets || reference.kind() != Kind.SECRET)
                        .toList();
        users.uses(ResourceID.fromResource(context.getPrimaryResource()), references);
        var version = ConfigVersion.of(references, this::digests);
        var children = Expansion.children(app, plan, version);
        if (!version.missing()) {
            return children;
        }
        return children.stream()
                .flatMap(child -> live(app, child, cluster).stream())
                .findFirst()
                .map(before -> Expansion.children(app, plan, version.keeping(before)))
                .orElse(children);
    }

    private Optional<SortedMap<String, String>> digests(ConfigReference reference) {
        return switch (reference.kind()) {
            case CONFIG_MAP -> cached(ConfigMap.class, reference.name()).map(Digests::of);
            case SECRET -> cached(Secret.class, reference.name()).map(Digests::of);
        };
    }

    private <T extends HasMetadata> Optional<T> cached(Class<T> kind, String name) {
        var id = new ResourceID(name, context.getPrimaryResource().getMetadata().getNamespace());
        return context.eventSourceRetriever().getEventSourcesFor(kind).stream()
                .filter(Cache.class::isInstance)
                .flatMap(source -> ((Cache<?>) source).get(id).stream())
                .map(kind::cast)
                .findFirst();
    }

    /**
     * The version that the app's workload has in its template; empty where there is no workload.
     */
    private static Optional<String> live(App app, Child child, Cluster cluster) {
        return cluster.cached(child.object())
                .filter(object -> Ownership.controls(app.id().uid(), object))
                .flatMap(ConfigVersion::in);
    }
}
