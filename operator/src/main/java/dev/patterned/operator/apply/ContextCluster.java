package dev.patterned.operator.apply;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.resources.Child;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.Cache;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The cluster as one reconciliation sees it: informers' caches, and writes whose own events do not
 * come back as another reconciliation.
 */
public final class ContextCluster implements Cluster {
    /** No object has it: a server-side apply that carries it can only create. */
    private static final String ONLY_CREATE = "1";

    private final Context<PatternedApp> context;

    /** For one reconciliation. */
    public ContextCluster(Context<PatternedApp> context) {
        this.context = context;
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
        return Optional.ofNullable(context.getClient().resource(object).get());
    }

    @Override
    public void create(HasMetadata object) {
        guarded(object, metadata -> metadata.setResourceVersion(ONLY_CREATE));
    }

    @Override
    public void change(HasMetadata object, String uid) {
        guarded(object, metadata -> metadata.setUid(uid));
    }

    /**
     * Sends the object with a guard in its metadata, and leaves it as it was. The guard stands in a
     * copy of the metadata alone: a copy of the whole object is one more trip through JSON.
     */
    private void guarded(HasMetadata object, Consumer<ObjectMeta> guard) {
        var plain = object.getMetadata();
        var metadata = new ObjectMetaBuilder(plain).build();
        guard.accept(metadata);
        object.setMetadata(metadata);
        try {
            context.resourceOperations().serverSideApply(object);
        } finally {
            object.setMetadata(plain);
        }
    }

    @Override
    public void takeOver(HasMetadata live) {
        context.resourceOperations().serverSideApply(Takeover.of(live));
    }

    @Override
    public void overwrite(HasMetadata object, String uid) {
        Overwrite.send(context.getClient(), object, uid);
    }

    @Override
    public void delete(HasMetadata object) {
        Deletions.delete(context.getClient(), object, DeletionPropagation.BACKGROUND);
    }

    @Override
    public void deleteAlone(HasMetadata object) {
        Deletions.delete(context.getClient(), object, DeletionPropagation.ORPHAN);
    }
}
