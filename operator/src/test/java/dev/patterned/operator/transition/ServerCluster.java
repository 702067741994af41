package dev.patterned.operator.transition;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.operator.apply.GuardedWrites;
import dev.patterned.operator.apply.Ownership;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One app's part of a real API server, and controllers that are done at once. The cache is what the
 * server answered last. No collector of garbage runs: what the operator does not delete stays.
 */
final class ServerCluster implements WalkedCluster {
    private static final PatchContext APPLY =
            new PatchContext.Builder()
                    .withPatchType(PatchType.SERVER_SIDE_APPLY)
                    .withFieldManager(ApiKeys.MANAGER)
                    .withForce(true)
                    .build();

    private final KubernetesClient client;
    private final GuardedWrites requests;
    private final Map<String, HasMetadata> objects = new ConcurrentSkipListMap<>();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger overwrites;

    /**
     * Of nothing yet.
     *
     * @param overwrites counts them
     */
    ServerCluster(KubernetesClient client, AtomicInteger overwrites) {
        this.client = client;
        this.overwrites = overwrites;
        requests = new GuardedWrites(client, this::apply);
    }

    private HasMetadata apply(HasMetadata object) {
        var answer = client.resource(object).patch(APPLY);
        objects.put(MemoryCluster.key(object), answer);
        return answer;
    }

    @Override
    public Map<String, HasMetadata> content() {
        return objects;
    }

    @Override
    public int forgetWrites() {
        return writes.getAndSet(0);
    }

    @Override
    public void remove(String label) {
        delete(Objects.requireNonNull(objects.get(label), label));
    }

    /** Removes everything. */
    void clear() {
        List.copyOf(objects.keySet()).forEach(this::remove);
    }

    @Override
    public Optional<HasMetadata> cached(HasMetadata object) {
        return Optional.ofNullable(objects.get(MemoryCluster.key(object))).map(Controllers::done);
    }

    @Override
    public List<HasMetadata> owned(String uid) {
        return objects.values().stream().filter(it -> Ownership.controls(uid, it)).toList();
    }

    @Override
    public List<Job> runs(CronJob cron) {
        return List.of(Controllers.run(cron));
    }

    @Override
    public Optional<HasMetadata> look(HasMetadata object) {
        return requests.look(object);
    }

    @Override
    public void create(HasMetadata object) {
        writes.incrementAndGet();
        requests.create(object);
    }

    @Override
    public void change(HasMetadata object, String uid) {
        writes.incrementAndGet();
        requests.change(object, uid);
    }

    @Override
    public void overwrite(HasMetadata object, HasMetadata live) {
        overwrites.incrementAndGet();
        requests.overwrite(object, live);
    }

    @Override
    public void delete(HasMetadata object) {
        writes.incrementAndGet();
        requests.delete(object);
        objects.remove(MemoryCluster.key(object));
    }

    /** The collector of garbage takes the finalizer away when it is done; there is none here. */
    @Override
    public void deleteAlone(HasMetadata object) {
        writes.incrementAndGet();
        requests.deleteAlone(object);
        client.resources(StatefulSet.class)
                .inNamespace(object.getMetadata().getNamespace())
                .withName(object.getMetadata().getName())
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"finalizers\":null}}");
        objects.remove(MemoryCluster.key(object));
    }
}
