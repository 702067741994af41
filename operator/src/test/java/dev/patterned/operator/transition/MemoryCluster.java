package dev.patterned.operator.transition;

import dev.patterned.operator.apply.Ownership;
import dev.patterned.operator.resources.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A cluster that keeps what it is sent, as it is, and whose controllers are done at once. Children
 * are applied side by side.
 */
final class MemoryCluster implements WalkedCluster {
    private final Map<String, HasMetadata> objects = new TreeMap<>();
    private int writes;

    /** An empty one. */
    MemoryCluster() {}

    /** One that starts with what another holds. */
    MemoryCluster(MemoryCluster other) {
        objects.putAll(other.objects);
    }

    @Override
    public Map<String, HasMetadata> content() {
        return objects;
    }

    String yaml() {
        return Manifests.toYaml(objects.values());
    }

    @Override
    public int forgetWrites() {
        var count = writes;
        writes = 0;
        return count;
    }

    @Override
    public void remove(String key) {
        writes++;
        objects.remove(key);
    }

    @Override
    public synchronized Optional<HasMetadata> cached(HasMetadata object) {
        return Optional.ofNullable(objects.get(key(object)));
    }

    @Override
    public synchronized List<HasMetadata> owned(String uid) {
        return objects.values().stream().filter(it -> Ownership.controls(uid, it)).toList();
    }

    @Override
    public List<Job> runs(CronJob cron) {
        return List.of(Controllers.run(cron));
    }

    @Override
    public Optional<HasMetadata> look(HasMetadata object) {
        return cached(object);
    }

    @Override
    public synchronized void create(HasMetadata object) {
        writes++;
        objects.put(key(object), Controllers.done(object));
    }

    @Override
    public synchronized void change(HasMetadata object, String uid) {
        writes++;
        objects.put(key(object), Controllers.done(object));
    }

    @Override
    public void overwrite(HasMetadata object, HasMetadata live) {
        throw new IllegalStateException("a store refuses nothing");
    }

    @Override
    public synchronized void delete(HasMetadata object) {
        writes++;
        objects.remove(key(object));
    }

    @Override
    public void deleteAlone(HasMetadata object) {
        delete(object);
    }

    static String key(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }
}
