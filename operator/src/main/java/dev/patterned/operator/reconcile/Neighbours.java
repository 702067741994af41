package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.DependencyStatus;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import dev.patterned.operator.apply.Ownership;
import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.Latch;
import dev.patterned.operator.model.Target;
import dev.patterned.operator.observe.Neighbourhood;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.Cache;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The neighbourhood of one app in the informers' caches. */
final class Neighbours implements Neighbourhood {
    /**
     * The informer of apps as neighbours. It is another than that of apps as such, because only an
     * event of the cache that is read can be relied on: specs come from one, statuses from here.
     */
    static final String SOURCE = "neighbours";

    private final Context<PatternedApp> context;
    private final String namespace;

    Neighbours(Context<PatternedApp> context) {
        this.context = context;
        this.namespace = context.getPrimaryResource().getMetadata().getNamespace();
    }

    @Override
    public Optional<Job> job(String name) {
        return cached(context.eventSourceRetriever().getEventSourceFor(Job.class), Job.class, name);
    }

    @Override
    public Optional<PatternedApp> app(String name) {
        var source = context.eventSourceRetriever().getEventSourceFor(PatternedApp.class, SOURCE);
        return cached(source, PatternedApp.class, name);
    }

    @Override
    public Optional<PatternedAppSpec> spec(String app) {
        return context.getPrimaryCache()
                .get(new ResourceID(app, namespace))
                .map(PatternedApp::getSpec);
    }

    @Override
    public List<String> listing(String service) {
        return context
                .getPrimaryCache()
                .byIndex(ServiceUsers.INDEX, namespace + "/" + service)
                .stream()
                .filter(app ->
                        app.getSpec().services().stream()
                                .anyMatch(listed -> service.equals(listed.name())))
                .map(app -> app.getMetadata().getName())
                .toList();
    }

    @Override
    public boolean latched(AppId app, Target target) {
        var services = context.eventSourceRetriever().getEventSourceFor(Service.class);
        return Latch.of(app, target)
                .flatMap(latch -> cached(services, Service.class, latch.name()))
                .filter(service -> Ownership.controls(app.uid(), service))
                .isPresent();
    }

    private <T extends HasMetadata> Optional<T> cached(
            EventSource<T, PatternedApp> source, Class<T> kind, String name) {
        return source instanceof Cache<?> cache
                ? cache.get(new ResourceID(name, namespace)).map(kind::cast)
                : Optional.empty();
    }

    /** Whether an update of an app is one that those who wait for it may have to tell of. */
    static boolean matters(PatternedApp newer, PatternedApp older) {
        return !Objects.equals(face(newer.getStatus()), face(older.getStatus()))
                || !Objects.equals(
                        newer.getMetadata().getGeneration(), older.getMetadata().getGeneration());
    }

    /** What others see of an app. */
    private record Face(
            @Nullable Long generation,
            List<String> readiness,
            boolean answers,
            List<DependencyStatus> waits) {}

    private static Optional<Face> face(@Nullable PatternedAppStatus status) {
        return Optional.ofNullable(status)
                .map(it ->
                        new Face(
                                it.observedGeneration(),
                                it.conditions().stream().map(Neighbours::text).toList(),
                                it.readyReplicas() != null && it.readyReplicas() > 0,
                                it.dependencies()));
    }

    private static String text(Condition condition) {
        return condition.getType() + condition.getStatus() + condition.getReason();
    }
}
