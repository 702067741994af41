package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patterned.operator.apply.Cluster;
import dev.patterned.operator.apply.Ownership;
import dev.patterned.operator.resources.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A cluster that stores what it is sent, and whose controllers are done at once. Children are
 * applied side by side.
 */
final class MemoryCluster implements Cluster {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, HasMetadata> objects = new TreeMap<>();
    private final List<String> writes = new ArrayList<>();

    /** Everything that is there, as YAML, by kind and name. */
    Map<String, String> content() {
        var content = new TreeMap<String, String>();
        objects.forEach((key, object) -> {
            var bare = JSON.convertValue(object, object.getClass());
            bare.getMetadata().setUid(null);
            content.put(key, Manifests.toYaml(List.of(bare)));
        });
        return content;
    }

    List<String> forgetWrites() {
        var all = List.copyOf(writes);
        writes.clear();
        return all;
    }

    /** As a person would. */
    void remove(String key) {
        objects.remove(key);
    }

    @Override
    public synchronized Optional<HasMetadata> cached(HasMetadata object) {
        return Optional.ofNullable(objects.get(key(object))).map(Controllers::done);
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
        writes.add("create " + key(object));
        store(object, UUID.randomUUID().toString());
    }

    @Override
    public synchronized void change(HasMetadata object, String uid) {
        writes.add("change " + key(object));
        store(object, uid);
    }

    @Override
    public synchronized void delete(HasMetadata object) {
        writes.add("delete " + key(object));
        objects.remove(key(object));
    }

    /** A store takes whatever it is sent: nothing is ever refused. */
    @Override
    public void overwrite(HasMetadata object, String uid) {
        change(object, uid);
    }

    @Override
    public void deleteAlone(HasMetadata object) {
        delete(object);
    }

    private void store(HasMetadata object, String uid) {
        var copy = JSON.convertValue(object, object.getClass());
        copy.getMetadata().setUid(uid);
        copy.getMetadata().setGeneration(1L);
        objects.put(key(object), copy);
    }

    static String key(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }
}
