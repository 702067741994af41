package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.AppService;
import dev.patterned.api.v1alpha1.Dependency;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.observe.AwaitedServices;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which apps wait for a Job or an app, and so must hear of it. */
final class Waiters {
    static final String INDEX = "waits";

    private Waiters() {}

    /** What an app waits for, as the index knows it. */
    static List<String> awaited(PatternedApp app) {
        if (app.getSpec() == null) {
            return List.of();
        }
        return app.getSpec().dependencies().stream()
                .flatMap(dependency -> awaited(dependency, app))
                .map(awaited -> key(app, awaited))
                .distinct()
                .toList();
    }

    private static Stream<String> awaited(Dependency dependency, PatternedApp app) {
        if (dependency.job() != null) {
            return Stream.of(job(dependency.job().name()));
        }
        if (dependency.app() != null) {
            return Stream.of(app(dependency.app().name()));
        }
        return AwaitedServices.of(dependency, app.getSpec(), app.getMetadata().getNamespace())
                .stream()
                .map(Waiters::service);
    }

    /** Every app that waits for this Job, or for the app of its name, whose Job it may be. */
    static Set<ResourceID> ofJob(HasMetadata job, IndexerResourceCache<PatternedApp> apps) {
        var name = job.getMetadata().getName();
        return of(job, Stream.of(job(name), app(name)), apps);
    }

    /**
     * Every app that waits for this app, or for a Service that it lists: waits on Services close
     * circles too.
     */
    static Set<ResourceID> ofApp(HasMetadata app, IndexerResourceCache<PatternedApp> apps) {
        var services =
                apps.get(ResourceID.fromResource(app)).map(PatternedApp::getSpec).stream()
                        .flatMap(spec -> spec.services().stream())
                        .map(AppService::name)
                        .map(Waiters::service);
        var itself = Stream.of(app(app.getMetadata().getName()));
        return of(app, Stream.concat(itself, services), apps);
    }

    private static Set<ResourceID> of(
            HasMetadata object, Stream<String> awaited, IndexerResourceCache<PatternedApp> apps) {
        var self = ResourceID.fromResource(object);
        return awaited.flatMap(each -> apps.byIndex(INDEX, key(object, each)).stream())
                .map(ResourceID::fromResource)
                .filter(waiter -> !(object instanceof PatternedApp && waiter.equals(self)))
                .collect(Collectors.toSet());
    }

    private static String job(String name) {
        return "job/" + name;
    }

    private static String app(String name) {
        return "app/" + name;
    }

    private static String service(String name) {
        return "service/" + name;
    }

    private static String key(HasMetadata neighbour, String awaited) {
        return neighbour.getMetadata().getNamespace() + "/" + awaited;
    }
}
