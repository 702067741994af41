package dev.patterned.operator.reconcile;

import dev.patterned.operator.plan.ConfigReference;
import dev.patterned.operator.plan.ConfigReference.Kind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which apps use a ConfigMap or Secret, and so must hear of another content.
 *
 * <p>A pass says what its app uses before it reads any of it from the caches. What changes later
 * starts another pass; what changed before is what this one reads.
 */
final class ConfigUsers {
    /** Few enough to look through all of them. */
    private static final int MANY = 500;

    private record Config(String namespace, Kind kind, String name) {}

    private final Map<ResourceID, Set<Config>> byApp = new HashMap<>();
    private final Map<Config, Set<ResourceID>> byConfig = new HashMap<>();

    /**
     * Above this many, apps that are gone are dropped. It doubles with what is left, so that each
     * look through all of them has as many new ones before it.
     */
    private int limit = MANY;

    /** What an app uses from now on; what it used before counts no more. */
    synchronized void uses(ResourceID app, Collection<ConfigReference> references) {
        forget(app);
        if (references.isEmpty()) {
            return;
        }
        var namespace = app.getNamespace().orElseThrow();
        var configs =
                references.stream()
                        .map(reference -> new Config(namespace, reference.kind(), reference.name()))
                        .collect(Collectors.toUnmodifiableSet());
        byApp.put(app, configs);
        for (var config : configs) {
            byConfig.computeIfAbsent(config, _ -> new HashSet<>()).add(app);
        }
    }

    /**
     * Every app that uses this object.
     *
     * @param kind what the object is
     * @param exists whether an app is still there
     */
    synchronized Set<ResourceID> of(HasMetadata object, Kind kind, Predicate<ResourceID> exists) {
        if (byApp.size() > limit) {
            Set.copyOf(byApp.keySet()).stream().filter(exists.negate()).forEach(this::forget);
            limit = Math.max(MANY, 2 * byApp.size());
        }
        var metadata = object.getMetadata();
        var config = new Config(metadata.getNamespace(), kind, metadata.getName());
        return Set.copyOf(byConfig.getOrDefault(config, Set.of()));
    }

    private void forget(ResourceID app) {
        var before = byApp.remove(app);
        if (before == null) {
            return;
        }
        for (var config : before) {
            byConfig.computeIfPresent(
                    config,
                    (_, users) -> {
                        users.remove(app);
                        return users.isEmpty() ? null : users;
                    });
        }
    }
}
