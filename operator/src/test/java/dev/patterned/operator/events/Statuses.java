package dev.patterned.operator.events;

import dev.patterned.api.v1alpha1.DependencyState;
import dev.patterned.api.v1alpha1.DependencyStatus;
import dev.patterned.api.v1alpha1.HelperStatus;
import dev.patterned.api.v1alpha1.HelperType;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statuses with what Events look at. */
final class Statuses {
    /** What the CRD's default says before the first pass. */
    static final PatternedAppStatus UNSEEN = status(-1L, List.of(), List.of());

    private Statuses() {}

    static PatternedAppStatus accepted(String ready, String reason, String message) {
        return status(
                1L,
                List.of(
                        condition("Accepted", "True", "Valid", ""),
                        condition("Ready", ready, reason, message)),
                List.of());
    }

    static PatternedAppStatus refused(String reason, String message) {
        return status(
                1L,
                List.of(
                        condition("Accepted", "False", reason, message),
                        condition("Ready", "False", "Invalid", message)),
                List.of());
    }

    static PatternedAppStatus waitRow(DependencyState state, @Nullable String message) {
        return status(
                1L,
                List.of(condition("Accepted", "True", "Valid", "")),
                List.of(new DependencyStatus("db", "db:80", state, 1, null, message)));
    }

    static PatternedAppStatus shards(String... shards) {
        var accepted = accepted("True", "Ready", "");
        var row =
                new HelperStatus("cache", HelperType.AMBASSADOR, 1, 1, null, null, List.of(shards));
        return status(1L, accepted.conditions(), List.of(row), List.of());
    }

    private static PatternedAppStatus status(
            Long generation, List<Condition> conditions, List<DependencyStatus> waits) {
        return status(generation, conditions, List.of(), waits);
    }

    private static PatternedAppStatus status(
            Long generation,
            List<Condition> conditions,
            List<HelperStatus> helpers,
            List<DependencyStatus> waits) {
        return new PatternedAppStatus(
                generation,
                conditions,
                null,
                null,
                null,
                null,
                null,
                null,
                helpers,
                waits,
                List.of());
    }

    private static Condition condition(String type, String status, String reason, String message) {
        return new ConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .build();
    }
}
