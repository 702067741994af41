package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.operator.model.Identity;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which user and group main runs as, where the spec says so; the container's word stands before the
 * Pod's.
 */
final class MainIdentity {
    private MainIdentity() {}

    static Identity of(PatternedAppSpec spec) {
        var own = spec.main().securityContext();
        var pod = spec.podTemplate() == null ? null : spec.podTemplate().securityContext();
        return new Identity(
                first(own == null ? null : own.runAsUser(), pod == null ? null : pod.runAsUser()),
                first(
                        own == null ? null : own.runAsGroup(),
                        pod == null ? null : pod.runAsGroup()));
    }

    private static OptionalLong first(@Nullable Long preferred, @Nullable Long other) {
        if (preferred != null) {
            return OptionalLong.of(preferred);
        }
        return other == null ? OptionalLong.empty() : OptionalLong.of(other);
    }
}
