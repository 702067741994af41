package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Walks through a real API server; each in a namespace of its own, several at once. */
final class ServerWalker {
    private final KubernetesClient client;
    private final AtomicInteger walks = new AtomicInteger();
    private final AtomicInteger pairs = new AtomicInteger();
    private final AtomicInteger overwrites = new AtomicInteger();

    ServerWalker(KubernetesClient client) {
        this.client = client;
    }

    /** How many pairs of specs were as they should be. */
    int pairs() {
        return pairs.get();
    }

    /** How many changes the server took only after an overwrite. */
    int overwrites() {
        return overwrites.get();
    }

    /**
     * Of the last spec of a walk.
     *
     * @param taken whether the server took the app itself
     */
    record Failure(Walk walk, boolean taken, String text) {
        boolean isLike(Failure other) {
            return taken == other.taken;
        }

        String line() {
            return "seed %d, spec %d: %.300s"
                    .formatted(walk.seed(), walk.specs().size(), text.replace('\n', ' '));
        }

        Walk lastPair() {
            var last = walk.specs().size() - 1;
            return last == 0 ? walk : walk.only(last - 1, last);
        }
    }

    /**
     * The first spec of the walk after which it is not as it should be.
     *
     * <p>The way first, then each spec anew under the same name; compared is all that the server
     * holds, who owns which field included.
     */
    Optional<Failure> failure(Walk walk) {
        var apps = client.resources(PatternedApp.class).inNamespace(namespace());
        var cluster = new ServerCluster(client, overwrites);
        var wanted = new ArrayList<Wanted>();
        var states = new ArrayList<ObjectNode>();
        var place = 0;
        var taken = false;
        try {
            for (; place < walk.specs().size(); place++) {
                taken = false;
                wanted.add(Wanted.of(take(apps, walk.specs().get(place))));
                taken = true;
                cluster.bring(wanted.getLast());
                states.add(Normal.of(cluster.content()));
            }
            for (place = 0; place < walk.specs().size(); place++) {
                cluster.clear();
                cluster.make(wanted.get(place));
                var different = Normal.difference(states.get(place), Normal.of(cluster.content()));
                if (!different.isEmpty()) {
                    throw new AssertionError(different);
                }
            }
            pairs.addAndGet(walk.specs().size() - 1);
            return Optional.empty();
        } catch (RuntimeException | AssertionError wrong) {
            return Optional.of(
                    new Failure(walk.upTo(place), taken, String.valueOf(wrong.getMessage())));
        } finally {
            cluster.clear();
            apps.withName(Specs.NAME).delete();
        }
    }

    private static PatternedApp take(
            NonNamespaceOperation<PatternedApp, ?, Resource<PatternedApp>> apps, ObjectNode spec) {
        var next = Specs.bind(spec);
        var before = apps.withName(Specs.NAME).get();
        if (before == null) {
            return apps.resource(next).create();
        }
        before.setSpec(next.getSpec());
        return apps.resource(before).update();
    }

    private String namespace() {
        return client.resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(client.getNamespace() + "-" + walks.incrementAndGet())
                                .endMetadata()
                                .build())
                .create()
                .getMetadata()
                .getName();
    }
}
