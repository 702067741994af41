package dev.patterned.operator.apply;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.resources.Child;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
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
    private static final PatchContext APPLY =
            new PatchContext.Builder()
                    .withPatchType(PatchType.SERVER_SIDE_APPLY)
                    .withForce(true)
                    .withFieldManager(ApiKeys.MANAGER)
                    .build();

    private final Context<PatternedApp> context;
    private final GuardedWrites writes;

    /** For one reconciliation. */
    public ContextCluster(Context<PatternedApp> context) {
        this.context = context;
        this.writes = new GuardedWrites(context.getClient(), this::apply);
    }

    private void apply(HasMetadata object) {
        context.resourceOperations().resourcePatch(object, this::send);
    }

    /**
     * The answer without its managedFields, which nobody here reads and which are half of an
     * object: the framework keeps answers until the next event of the object, and where the write's
     * own event came before the answer that is for ever.
     */
    private HasMetadata send(HasMetadata object) {
        var answer = context.getClient().resource(object).patch(APPLY);
        answer.getMetadata().setManagedFields(List.of());
        return answer;
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
