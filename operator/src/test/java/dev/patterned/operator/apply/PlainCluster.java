package dev.patterned.operator.apply;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
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
    private final KubernetesClient client;
    private final Map<String, HasMetadata> cache = new HashMap<>();

    PlainCluster(KubernetesClient client) {
        this.client = client;
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
        client.resource(object)
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                .withFieldManager("patterned")
                                .withForce(true)
                                .build());
    }

    @Override
    public void takeOver(HasMetadata live) {
        send(Takeover.of(live));
    }

    @Override
    public void delete(HasMetadata object) {
        Deletions.delete(client, object, DeletionPropagation.BACKGROUND);
    }

    @Override
    public void deleteAlone(HasMetadata object) {
        Deletions.delete(client, object, DeletionPropagation.ORPHAN);
    }
}
