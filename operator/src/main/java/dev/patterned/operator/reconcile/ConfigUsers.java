package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.plan.ConfigReference.Kind;
import dev.patterned.operator.plan.ConfigReferences;
import dev.patterned.operator.plan.Planner;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.IndexedResourceCache;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which apps use a ConfigMap or Secret, and so must hear of another content. */
final class ConfigUsers {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigUsers.class);

    static final String INDEX = "config";

    /**
     * Above this many apps some are worked out again when their status changes: slower, not wrong.
     */
    private static final int MANY = 5_000;

    /** What the spec of a generation uses, by the app's uid. */
    private record Known(Long generation, List<String> used) {}

    private final Map<String, Known> byUid =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                            return size() > MANY;
                        }
                    });

    /**
     * What an app uses, as the index knows it; a refused one is left as it is. The cache asks for
     * the old and the new object at each change, those of the status included, so that the answer
     * is kept until the spec is another.
     */
    List<String> used(PatternedApp app) {
        var uid = app.getMetadata().getUid();
        var generation = app.getMetadata().getGeneration();
        if (uid == null || generation == null) {
            return workOut(app);
        }
        var known = byUid.get(uid);
        if (known != null && generation.equals(known.generation())) {
            return known.used();
        }
        var used = workOut(app);
        byUid.put(uid, new Known(generation, used));
        return used;
    }

    private static List<String> workOut(PatternedApp app) {
        try {
            return switch (Validator.validate(app)) {
                case Verdict.Refused _ -> List.of();
                case Verdict.Accepted(var model, _) ->
                        ConfigReferences.of(model, Planner.plan(model)).stream()
                                .map(reference -> key(app, reference.kind(), reference.name()))
                                .distinct()
                                .toList();
            };
        } catch (RuntimeException error) {
            // In the informer's thread: the app's own pass meets the same and says it.
            LOG.debug("{} cannot be indexed", app.getMetadata().getName(), error);
            return List.of();
        }
    }

    /** Every app that uses this object. */
    static Set<ResourceID> of(
            HasMetadata object, Kind kind, IndexedResourceCache<PatternedApp> apps) {
        return apps.byIndex(INDEX, key(object, kind, object.getMetadata().getName())).stream()
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }

    private static String key(HasMetadata neighbour, Kind kind, String name) {
        return neighbour.getMetadata().getNamespace() + "/" + kind + "/" + name;
    }
}
