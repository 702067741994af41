package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.PatternedAppSpec;
import java.time.Duration;

/** Sums over all waits. */
final class Waits {
    private Waits() {}

    /**
     * The longest time that all waits together may take; one that is malformed counts as nothing.
     */
    static Duration total(PatternedAppSpec spec) {
        return spec.dependencies().stream()
                .filter(wait -> wait.timeout() == null || Durations.valid(wait.timeout()))
                .map(wait -> Defaults.timeout(wait.timeout()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
