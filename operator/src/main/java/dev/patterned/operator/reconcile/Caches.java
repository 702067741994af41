package dev.patterned.operator.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How much memory informers take. */
final class Caches {
    /** Objects a list request asks for: the first list of a large cluster comes in pages. */
    static final long PAGE = 200;

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
}
