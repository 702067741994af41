package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.AppService;
import dev.patterned.api.v1alpha1.Dependency;
import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.javaoperatorsdk.operator.api.reconciler.IndexedResourceCache;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which apps want a Service of a given name. One of them owns it; the others take over when it
 * goes, so that they too must hear of it.
 */
final class ServiceUsers {
    static final String INDEX = "services";

    private ServiceUsers() {}

    /** The Services that an app lists or provides, as the index knows them. */
    static List<String> wanted(PatternedApp app) {
        if (app.getSpec() == null) {
            return List.of();
        }
        var listed = app.getSpec().services().stream().map(AppService::name);
        var provided =
                app.getSpec().dependencies().stream()
                        .map(Dependency::service)
                        .filter(service -> service != null && service.provide() != null)
                        .map(service -> service.name());
        return Stream.concat(listed, provided)
                .filter(Objects::nonNull)
                .map(name -> key(app, name))
                .distinct()
                .toList();
    }

    /** Every app that wants this Service. */
    static Set<ResourceID> of(Service service, IndexedResourceCache<PatternedApp> apps) {
        return apps.byIndex(INDEX, key(service, service.getMetadata().getName())).stream()
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }

    private static String key(HasMetadata neighbour, String name) {
        return neighbour.getMetadata().getNamespace() + "/" + name;
    }
}
