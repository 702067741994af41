package dev.patterned.operator.resources;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.operator.model.Hash;
import dev.patterned.operator.plan.ConfigReference;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the configuration that an app uses holds, in one word: the input of an {@link Expansion}
 * beside the app.
 *
 * @param value goes into the Pod template; empty where the app uses none, or nobody has looked
 * @param missing whether something is not there without which no Pod starts
 */
public record ConfigVersion(String value, boolean missing) {
    /** Nobody has looked: offline. */
    public static final ConfigVersion UNKNOWN = new ConfigVersion("", false);

    private static final int LENGTH = 16;

    /**
     * The version of what is referred to.
     *
     * @param digests the digest of each key of an object; empty where there is no such object
     */
    public static ConfigVersion of(
            List<ConfigReference> references,
            Function<ConfigReference, Optional<SortedMap<String, String>>> digests) {
        var parts = new TreeMap<String, String>();
        var missing = false;
        for (var reference : references) {
            var found = digests.apply(reference);
            missing |= found.isEmpty() && !reference.optional();
            found.ifPresent(all ->
                    all.forEach((key, digest) -> {
                        if (reference.keys().isEmpty() || reference.keys().contains(key)) {
                            parts.put(part(reference, key), digest);
                        }
                    }));
        }
        // Names, keys and digests hold neither "=" nor ",".
        return new ConfigVersion(
                parts.isEmpty() ? "" : Hash.of(parts.toString()).substring(0, LENGTH), missing);
    }

    private static String part(ConfigReference reference, String key) {
        return reference.kind() + "/" + reference.name() + "/" + key;
    }

    /** Puts the version into the Pod template of a workload that can replace its Pods. */
    void stamp(HasMetadata workload) {
        if (value.isEmpty()) {
            return;
        }
        rolling(workload)
                .ifPresent(template -> {
                    var annotations = new TreeMap<>(template.getMetadata().getAnnotations());
                    annotations.put(ApiKeys.ANNOTATION_CONFIG, value);
                    template.getMetadata().setAnnotations(annotations);
                });
    }

    /** The value that a workload has in its Pod template; empty where none can be. */
    public static Optional<String> in(HasMetadata workload) {
        return rolling(workload)
                .map(template -> template.getMetadata().getAnnotations())
                .map(annotations -> annotations.getOrDefault(ApiKeys.ANNOTATION_CONFIG, ""));
    }

    /** A Job's or Pod's template cannot change, and a CronJob's next run reads everything anew. */
    private static Optional<PodTemplateSpec> rolling(HasMetadata workload) {
        return switch (workload) {
            case Deployment deployment -> Optional.of(deployment.getSpec().getTemplate());
            case StatefulSet set -> Optional.of(set.getSpec().getTemplate());
            case DaemonSet set -> Optional.of(set.getSpec().getTemplate());
            default -> Optional.empty();
        };
    }

    /** The same value as another version has. */
    public ConfigVersion keeping(String before) {
        return new ConfigVersion(before, missing);
    }
}
