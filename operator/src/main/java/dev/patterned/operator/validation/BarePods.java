package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.BarePodOptions;
import dev.patterned.api.v1alpha1.PodRestartPolicy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pods of their own. */
final class BarePods {
    private BarePods() {}

    static String restartPolicy(@Nullable BarePodOptions options) {
        var said = options == null ? null : options.restartPolicy();
        return Wire.text(Objects.requireNonNullElse(said, PodRestartPolicy.ALWAYS));
    }
}
