package dev.patterned.operator.apply;

import dev.patterned.api.v1alpha1.ApiKeys;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster whose cache says what a test makes it say, so that it can be behind. */
final class PlainCluster implements Cluster {
    private static final PatchContext APPLY =
            new PatchContext.Builder()
                    .withPatchType(PatchType.SERVER_SIDE_APPLY)
                    .withFieldManager(ApiKeys.MANAGER)
                    .withForce(true)
                    .build();

    private final GuardedWrites writes;
    private final Map<String, HasMetadata> cache = new HashMap<>();

    PlainCluster(KubernetesClient client) {
        writes = new GuardedWrites(client, it -> client.resource(it).patch(APPLY));
    }

    void cache(HasMetadata object) {
        cache.put(object.getMetadata().getName(), object);
    }

    @Override
    public Optional<HasMetadata> cached(HasMetadata object) {
        return Optional.ofNullable(cache.get(object.getMetadata().getName()));
    }

    @Override
    public List<HasMetadata> owned(String uid) {
        return cache.values().stream().filter(object -> Ownership.controls(uid, object)).toList();
    }

    @Override
    public List<Job> runs(CronJob cron) {
        return List.of();
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
