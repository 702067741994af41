package dev.patterned.operator.bench;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Many apps, created as fast as the server takes them, or as their statuses come.
 *
 * @param seconds from the first creation to the last status
 * @param statuses from the answer to an app's creation to its status
 */
record Burst(int apps, double seconds, Times statuses) {
    /** What happens beside: nothing, or the loader's work. */
    interface Beside {
        /** Whatever is worked out before the clock starts. */
        Consumer<PatternedApp> prepare(String name);
    }

    /**
     * Creates them all and waits for their statuses.
     *
     * @param width creations at a time, and as many of what happens beside
     * @param outstanding apps that wait for their status at a time
     */
    static Burst of(
            KubernetesClient client,
            String namespace,
            List<String> names,
            int width,
            int outstanding,
            Beside beside)
            throws InterruptedException {
        var apps = names.size();
        var prepared = names.stream().map(name -> BenchApps.app(namespace, name)).toList();
        var work = names.stream().map(beside::prepare).toList();
        try (var sightings = new Sightings(client, namespace, apps, outstanding);
                var creators = Executors.newFixedThreadPool(width);
                var others = Executors.newFixedThreadPool(width)) {
            var begin = System.nanoTime();
            var running = new ArrayList<CompletableFuture<Void>>();
            for (var index = 0; index < apps; index++) {
                var app = prepared.get(index);
                var later = work.get(index);
                running.add(
                        CompletableFuture.supplyAsync(
                                        () -> create(client, sightings, app), creators)
                                .thenAcceptAsync(later, others));
            }
            running.forEach(CompletableFuture::join);
            var statuses = sightings.await();
            return new Burst(apps, (System.nanoTime() - begin) / 1e9, statuses);
        }
    }

    private static PatternedApp create(
            KubernetesClient client, Sightings sightings, PatternedApp app) {
        sightings.awaitTurn();
        var created = client.resource(app).create();
        sightings.created(created.getMetadata().getName());
        return created;
    }

    /** Both, one after the other. */
    Burst then(Burst next) {
        return new Burst(
                apps + next.apps, seconds + next.seconds, statuses.and(next.statuses));
    }

    double appsPerSecond() {
        return apps / seconds;
    }
}
