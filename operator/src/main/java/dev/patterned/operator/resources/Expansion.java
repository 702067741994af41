package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import java.util.List;

/** Everything that an app becomes. Pure: a function of the app alone. */
public final class Expansion {
    private Expansion() {}

    /** The children, in the order in which they are applied: what others need comes first. */
    public static List<Child> children(App app) {
        return app.volumes().isEmpty()
                ? List.of()
                : List.of(
                        new Child(
                                new io.fabric8.kubernetes.api.model.ConfigMap(),
                                Child.Claim.SHARED));
    }
}
