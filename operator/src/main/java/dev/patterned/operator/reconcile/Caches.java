package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.ApiKeys;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** How much memory informers take. */
final class Caches {
    /** Objects a list request asks for: the first list of a large cluster comes in pages. */
    static final long PAGE = 200;

    /**
     * The same of apps. An API server has the first page in memory, each further one it reads from
     * etcd and, of a custom resource, works out the defaults of anew: half a millisecond an app. It
     * takes some 30 KB an app until the next collection.
     */
    static final long PAGE_OF_APPS = 3_000;

    private Caches() {}

    /**
     * A store that drops managedFields, which nobody here reads and which are half of an object.
     */
    static <T extends HasMetadata> Optional<ItemStore<T>> slim(int namespaces) {
        return slim(namespaces, _ -> {});
    }

    /**
     * A store that also drops more.
     *
     * @param namespaces how many are watched one by one; with several the framework would give one
     *     store to all their informers, each of which deletes what the others put there
     * @param reduce takes from an object what nobody reads
     */
    static <T extends HasMetadata> Optional<ItemStore<T>> slim(int namespaces, Consumer<T> reduce) {
        return namespaces > 1
                ? Optional.empty()
                : Optional.of(
                        new TransformingItemStore<>(object -> {
                            object.getMetadata().setManagedFields(List.of());
                            reduce.accept(object);
                            return object;
                        }));
    }

    /** Of a Job that is somebody else's only its end is of interest. */
    static void reduce(Job job) {
        if (!isOurs(job)) {
            job.setSpec(null);
        }
    }

    /** Of a ConfigMap that is somebody else's only whether it changes is of interest. */
    static void reduce(ConfigMap config) {
        if (isOurs(config)) {
            return;
        }
        config.setData(Digests.of(config));
        config.setBinaryData(null);
        forget(config);
    }

    /** What a Secret holds never stays in memory. */
    static void reduce(Secret secret) {
        secret.setData(Digests.of(secret));
        secret.setStringData(null);
        forget(secret);
    }

    /** The content may stand in an annotation a second time. */
    private static void forget(HasMetadata object) {
        object.getMetadata().setAnnotations(null);
        object.getMetadata().setLabels(null);
    }

    private static boolean isOurs(HasMetadata object) {
        return ApiKeys.MANAGER.equals(labels(object).get(ApiKeys.LABEL_MANAGED_BY));
    }

    static Map<String, String> labels(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.of());
    }
}
