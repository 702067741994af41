package dev.patterned.operator.apply;

import dev.patterned.api.v1alpha1.ApiKeys;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Optional;

/**
 * Who an object belongs to. Its controller's uid decides, never a name or a label: those can be
 * copied.
 */
public final class Ownership {
    private Ownership() {}

    /** The owner that controls the object; an object has at most one. */
    public static Optional<OwnerReference> controller(HasMetadata object) {
        return object.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .findFirst();
    }

    /** Whether the owner with this uid controls the object. */
    public static boolean controls(String uid, HasMetadata object) {
        return controller(object).map(owner -> owner.getUid().equals(uid)).orElse(false);
    }

    /** Whether both have the same controller, and have one at all. */
    static boolean shared(HasMetadata one, HasMetadata other) {
        return controller(one).map(owner -> controls(owner.getUid(), other)).orElse(false);
    }

    /** {@code Kind/name} of the controller; empty where there is none. */
    static String label(HasMetadata object) {
        return controller(object).map(owner -> owner.getKind() + "/" + owner.getName()).orElse("");
    }

    /** Whether a PatternedApp, of whatever version of the API, controls the object. */
    static boolean byAnApp(HasMetadata object) {
        return controller(object)
                .map(owner -> owner.getApiVersion().startsWith(ApiKeys.GROUP + "/"))
                .orElse(false);
    }
}
