package dev.patterned.operator.transition;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.operator.apply.Cluster;
import dev.patterned.operator.apply.Ownership;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One app's part of a real API server, which stores and changes, and controllers that are done at
 * once. Of each object it remembers the server's last answer.
 */
final class ServerCluster implements Cluster {
    private static final PatchContext APPLY =
            new PatchContext.Builder()
                    .withPatchType(PatchType.SERVER_SIDE_APPLY)
                    .withFieldManager(ApiKeys.MANAGER)
                    .withForce(true)
                    .build();

    private final KubernetesClient client;
    private final Map<String, HasMetadata> objects = new TreeMap<>();
    private int writes;

    ServerCluster(KubernetesClient client) {
        this.client = client;
    }

    /** What the server answered last, by kind and name. */
    Map<String, HasMetadata> content() {
        return objects;
    }

    int forgetWrites() {
        var count = writes;
        writes = 0;
        return count;
    }

    /** As a person would. */
    void remove(String label) {
        delete(objects.get(label));
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
        return Optional.ofNullable(client.resource(object).get());
    }

    @Override
    public void create(HasMetadata object) {
        var guarded = client.getKubernetesSerialization().clone(object);
        guarded.getMetadata().setResourceVersion("1");
        send(guarded);
    }

    @Override
    public void change(HasMetadata object, String uid) {
        var guarded = client.getKubernetesSerialization().clone(object);
        guarded.getMetadata().setUid(uid);
        send(guarded);
    }

    private void send(HasMetadata object) {
        writes++;
        objects.put(MemoryCluster.key(object), client.resource(object).patch(APPLY));
    }

    /** As the operator's own does it; a rejection is what a test should see. */
    @Override
    public void takeOver(HasMetadata live) {
        var all = client.getKubernetesSerialization().clone(live);
        all.getMetadata().setManagedFields(null);
        send(all);
    }

    @Override
    public void delete(HasMetadata object) {
        writes++;
        client.resource(object)
                .withGracePeriod(0)
                .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                .delete();
        objects.remove(MemoryCluster.key(object));
    }

    /** The collector of garbage takes the finalizer away when it is done; there is none here. */
    @Override
    public void deleteAlone(HasMetadata object) {
        writes++;
        client.resource(object).withPropagationPolicy(DeletionPropagation.ORPHAN).delete();
        client.resource(object)
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"finalizers\":null}}");
        objects.remove(MemoryCluster.key(object));
    }
}
