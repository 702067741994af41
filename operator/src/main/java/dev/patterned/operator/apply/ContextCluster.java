package dev.patterned.operator.apply;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.resources.Child;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.Cache;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cluster as one reconciliation sees it: informers' caches, and writes whose own events do not
 * come back as another reconciliation.
 */
public final class ContextCluster implements Cluster {
    private final Context<PatternedApp> context;
    private final GuardedWrites writes;

    /** For one reconciliation. */
    public ContextCluster(Context<PatternedApp> context) {
        this.context = context;
        this.writes =
                new GuardedWrites(
                        context.getClient(), context.resourceOperations()::serverSideApply);
    }

    @Override
    public Optional<HasMetadata> cached(HasMetadata object) {
        var source = context.eventSourceRetriever().getEventSourceFor(object.getClass());
        return source instanceof Cache<?> cache
                ? cache.get(ResourceID.fromResource(object)).map(HasMetadata.class::cast)
                : Optional.empty();
    }

    @Override
    public List<HasMetadata> owned(String uid) {
        return Child.KINDS.stream()
                .<HasMetadata>flatMap(this::related)
                .filter(object -> Ownership.controls(uid, object))
                .toList();
    }

    @Override
    public List<Job> runs(CronJob cron) {
        return cached(cron)
                .map(live -> live.getMetadata().getUid())
                .map(uid -> related(Job.class).filter(job -> Ownership.controls(uid, job)).toList())
                .orElse(List.of());
    }

    private <T extends HasMetadata> Stream<T> related(Class<T> kind) {
        return context.getSecondaryResourcesAsStream(kind);
    }

    @Override
    public Optional<HasMetadata> look(HasMetadata object) {
        return writes.look(object);
    }

    @Override
    public void create(HasMetadata object) {
        writes.create(object);
    }

    @Override
    public void change(HasMetadata object, String uid) {
        writes.change(object, uid);
    }

    @Override
    public void overwrite(HasMetadata object, HasMetadata live) {
        writes.overwrite(object, live);
    }

    @Override
    public void delete(HasMetadata object) {
        writes.delete(object);
    }

    @Override
    public void deleteAlone(HasMetadata object) {
        writes.deleteAlone(object);
    }
}
