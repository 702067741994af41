package dev.patterned.operator.bench;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** When the apps of one namespace had their first status, as a watch sees it. */
final class Sightings implements Watcher<PatternedApp>, AutoCloseable {
    private final Map<String, Long> created = new ConcurrentHashMap<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final CountDownLatch missing;
    private final Semaphore outstanding;
    private final Watch watch;

    /**
     * Counts down from a number of apps.
     *
     * @param most apps that may wait for their status at a time
     */
    Sightings(KubernetesClient client, String namespace, int apps, int most) {
        outstanding = new Semaphore(most);
        missing = new CountDownLatch(apps);
        watch =
                client.resources(PatternedApp.class)
                        .inNamespace(namespace)
                        .withResourceVersion(newest(client, namespace))
                        .watch(this);
    }

    private static String newest(KubernetesClient client, String namespace) {
        return client.resources(PatternedApp.class)
                .inNamespace(namespace)
                .list()
                .getMetadata()
                .getResourceVersion();
    }

    /** Waits until one more app may be created. */
    void awaitTurn() {
        outstanding.acquireUninterruptibly();
    }

    void created(String name) {
        created.put(name, System.nanoTime());
    }

    @Override
    public void eventReceived(Action action, PatternedApp app) {
        var status = app.getStatus();
        if (status == null
                || !app.getMetadata().getGeneration().equals(status.observedGeneration())) {
            return;
        }
        if (seen.putIfAbsent(app.getMetadata().getName(), System.nanoTime()) == null) {
            outstanding.release();
            missing.countDown();
        }
    }

    @Override
    public void onClose(WatcherException cause) {
        throw new IllegalStateException(cause);
    }

    @Override
    public void onClose() {
        // Wanted.
    }

    /** Times from the answer to the creation until the status was seen. */
    Times await() throws InterruptedException {
        if (!missing.await(30, TimeUnit.MINUTES)) {
            throw new IllegalStateException(missing.getCount() + " apps have no status");
        }
        List<Long> times = new ArrayList<>();
        created.forEach((name, at) -> times.add(Math.max(0, seen.getOrDefault(name, at) - at)));
        return Times.of(times);
    }

    @Override
    public void close() {
        watch.close();
    }
}
