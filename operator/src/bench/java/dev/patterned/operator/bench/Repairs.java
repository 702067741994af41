package dev.patterned.operator.bench;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Edits of children behind the back of whoever keeps them, and how long each takes to be undone: a
 * Deployment gets replicas, a Service selects something else, a ConfigMap is deleted.
 */
final class Repairs implements AutoCloseable {
    /** Edits at a time: somebody's script, not a storm. */
    private static final int WIDTH = 4;

    private static final long SEED = 4711;

    private final KubernetesClient client;
    private final String namespace;
    private final Consumer<HasMetadata> onDrift;
    private final Map<String, CountDownLatch> pending = new ConcurrentHashMap<>();
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();
    private final List<Watch> watches = new ArrayList<>();

    /**
     * Watches the children of a namespace.
     *
     * @param onDrift told of each object that is not as it should be
     */
    Repairs(KubernetesClient client, String namespace, Consumer<HasMetadata> onDrift) {
        this.client = client;
        this.namespace = namespace;
        this.onDrift = onDrift;
        for (var kind : List.of(Deployment.class, Service.class, ConfigMap.class)) {
            watches.add(watch(kind));
        }
    }

    private <T extends HasMetadata> Watch watch(Class<T> kind) {
        return client.resources(kind)
                .inNamespace(namespace)
                .watch(
                        new Watcher<T>() {
                            @Override
                            public void eventReceived(Action action, T object) {
                                seen(object, action != Action.DELETED && isRight(object));
                            }

                            @Override
                            public void onClose(WatcherException cause) {
                                throw new IllegalStateException(cause);
                            }
                        });
    }

    private void seen(HasMetadata object, boolean right) {
        var waiting = pending.get(key(object));
        if (waiting == null) {
            return;
        }
        if (right) {
            waiting.countDown();
        } else {
            onDrift.accept(object);
        }
    }

    private static boolean isRight(HasMetadata object) {
        return switch (object) {
            case Deployment deployment -> deployment.getSpec().getReplicas() == 0;
            case Service service -> !service.getSpec().getSelector().containsKey("edited");
            default -> true;
        };
    }

    /** Edits at random; returns the times from the answer to an edit until it was undone. */
    Times edit(List<HasMetadata> children, int edits) {
        var random = new Random(SEED);
        var chosen = new ArrayList<>(children);
        Collections.shuffle(chosen, random);
        try (var editors = Executors.newFixedThreadPool(WIDTH)) {
            chosen.stream().limit(edits).forEach(child -> editors.execute(() -> edit(child)));
        }
        if (times.size() < Math.min(edits, chosen.size())) {
            throw new IllegalStateException("only %d were repaired".formatted(times.size()));
        }
        return Times.of(times);
    }

    private void edit(HasMetadata child) {
        var repaired = new CountDownLatch(1);
        pending.put(key(child), repaired);
        disturb(child);
        var begin = System.nanoTime();
        try {
            if (repaired.await(1, TimeUnit.MINUTES)) {
                times.add(System.nanoTime() - begin);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        pending.remove(key(child));
    }

    private void disturb(HasMetadata child) {
        var resource = client.resource(child).inNamespace(namespace);
        switch (child) {
            case Deployment _ ->
                    resource.patch(
                            PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"replicas\": 1}}");
            case Service _ ->
                    resource.patch(
                            PatchContext.of(PatchType.JSON_MERGE),
                            "{\"spec\": {\"selector\": {\"edited\": \"yes\"}}}");
            default -> resource.delete();
        }
    }

    private static String key(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }

    @Override
    public void close() {
        watches.forEach(Watch::close);
    }
}
