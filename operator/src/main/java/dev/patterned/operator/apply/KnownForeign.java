package dev.patterned.operator.apply;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names that somebody else had when we last looked.
 *
 * <p>Objects without our label are invisible to our informers. Who remembers them looks with a GET
 * instead of trying to create. Only a hint: losing it costs one refused request.
 */
public final class KnownForeign {
    /** Far above any sane number of conflicts; keeps names of deleted apps from piling up. */
    private static final int MOST = 10_000;

    private final Set<String> names = ConcurrentHashMap.newKeySet();

    boolean contains(HasMetadata object) {
        return names.contains(key(object));
    }

    void add(HasMetadata object) {
        if (names.size() >= MOST) {
            names.clear();
        }
        names.add(key(object));
    }

    void remove(HasMetadata object) {
        names.remove(key(object));
    }

    private static String key(HasMetadata object) {
        var metadata = object.getMetadata();
        return object.getKind() + "/" + metadata.getNamespace() + "/" + metadata.getName();
    }
}
