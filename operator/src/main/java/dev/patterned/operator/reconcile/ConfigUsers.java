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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which apps use a ConfigMap or Secret, and so must hear of another content. */
final class ConfigUsers {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigUsers.class);

    static final String INDEX = "config";

    private ConfigUsers() {}

    /** What an app uses, as the index knows it; a refused one is left as it is. */
    static List<String> used(PatternedApp app) {
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
