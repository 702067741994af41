package dev.patterned.operator.reconcile;

import dev.patterned.operator.model.Hash;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Digests of what ConfigMaps and Secrets hold, key by key. A cache keeps these instead of the
 * content; a digest's digest is itself, so that it does not matter which of both was cached.
 */
final class Digests {
    private static final String PREFIX = "sha256:";
    private static final int LENGTH = 16;
    private static final Pattern DIGEST = Pattern.compile(PREFIX + "[0-9a-f]{" + LENGTH + "}");

    private Digests() {}

    static SortedMap<String, String> of(ConfigMap config) {
        return all(config.getData(), config.getBinaryData(), "");
    }

    /**
     * Salted with the Secret's uid: who may see the Pods, but not the Secret, cannot try out short
     * passwords against what the Pods' annotation shows.
     */
    static SortedMap<String, String> of(Secret secret) {
        return all(
                secret.getData(), Map.of(), Objects.requireNonNull(secret.getMetadata().getUid()));
    }

    private static SortedMap<String, String> all(
            @Nullable Map<String, String> data, @Nullable Map<String, String> more, String salt) {
        var digests = new TreeMap<String, String>();
        Objects.requireNonNullElse(data, Map.<String, String>of())
                .forEach((key, value) -> digests.put(key, digest(value, salt)));
        Objects.requireNonNullElse(more, Map.<String, String>of())
                .forEach((key, value) -> digests.put(key, digest(value, salt)));
        return digests;
    }

    private static String digest(@Nullable String value, String salt) {
        var text = Objects.requireNonNullElse(value, "");
        return DIGEST.matcher(text).matches()
                ? text
                : PREFIX + Hash.of(salt + text).substring(0, LENGTH);
    }
}
