package dev.patterned.operator.events;

import dev.patterned.api.v1alpha1.DependencyStatus;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import dev.patterned.operator.observe.Wording;
import dev.patterned.operator.status.ConditionType;
import dev.patterned.operator.status.Reasons;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From two statuses to the Events that tell of the change.
 *
 * <p>A first status tells only of trouble: that an app came into being everybody knows who made it.
 */
final class EventPlanner {
    private static final String NORMAL = "Normal";
    private static final String WARNING = "Warning";

    /** The API's limit, in bytes though its message says characters. */
    private static final int NOTE = 1024;

    /** Reasons of an app that is not ready and has nothing wrong with it. */
    private static final Set<String> QUIET =
            Set.of(Reasons.PROGRESSING, Reasons.WAITING_FOR_DEPENDENCY, Reasons.PAUSED);

    private EventPlanner() {}

    /** The Events in the order of their cause; none when nothing worth one changed. */
    static List<PlannedEvent> plan(@Nullable PatternedAppStatus before, PatternedAppStatus after) {
        var old = before == null ? NOTHING : before;
        var first = old.conditions().isEmpty();
        return Stream.of(
                        conditions(old, after).stream(),
                        ShardChanges.of(old, after).map(EventPlanner::shards),
                        after.dependencies().stream().flatMap(row -> dependency(old, row).stream()))
                .flatMap(events -> events)
                .filter(event -> !first || event.type().equals(WARNING))
                .toList();
    }

    private static final PatternedAppStatus NOTHING =
            new PatternedAppStatus(
                    null, List.of(), null, null, null, null, null, null, List.of(), List.of(),
                    List.of());

    /** Of one change of the spec's fate, one Event: readiness of a refused spec is no news. */
    private static Optional<PlannedEvent> conditions(
            PatternedAppStatus before, PatternedAppStatus after) {
        var accepted = condition(after, ConditionType.ACCEPTED);
        if (accepted.filter(it -> "False".equals(it.getStatus())).isPresent()) {
            return accepted.filter(it -> !saysTheSame(before, it))
                    .map(it -> event(WARNING, it, "Validate"));
        }
        return condition(after, ConditionType.READY)
                .filter(it -> !hasTheSameReason(before, it))
                .map(it -> event(quiet(it) ? NORMAL : WARNING, it, "Reconcile"));
    }

    private static boolean quiet(Condition ready) {
        return "True".equals(ready.getStatus()) || QUIET.contains(ready.getReason());
    }

    private static boolean saysTheSame(PatternedAppStatus before, Condition now) {
        return hasTheSameReason(before, now)
                && condition(before, now.getType())
                        .filter(it -> Objects.equals(it.getMessage(), now.getMessage()))
                        .isPresent();
    }

    private static boolean hasTheSameReason(PatternedAppStatus before, Condition now) {
        return condition(before, now.getType())
                .filter(it -> Objects.equals(it.getStatus(), now.getStatus()))
                .filter(it -> Objects.equals(it.getReason(), now.getReason()))
                .isPresent();
    }

    private static Optional<PlannedEvent> dependency(
            PatternedAppStatus before, DependencyStatus row) {
        var state = row.state();
        var known =
                before.dependencies().stream()
                        .anyMatch(it -> row.name().equals(it.name()) && state == it.state());
        if (known || state == null) {
            return Optional.empty();
        }
        var detail = row.target() + ": " + row.message();
        return switch (state) {
            case UNKNOWN, WAITING -> Optional.empty();
            case FAILED -> Optional.of(wait(WARNING, "DependencyFailed", detail));
            case FOREIGN -> Optional.of(wait(NORMAL, "ServiceUsedAsIs", detail));
            case SATISFIED ->
                    Optional.of(
                            wait(
                                    NORMAL,
                                    "DependencySatisfied",
                                    row.target() + ": no more waiting"));
        };
    }

    private static PlannedEvent shards(String note) {
        return new PlannedEvent(
                WARNING, "ShardsChanged", "Reconcile", Wording.cutBytes(note, NOTE));
    }

    private static PlannedEvent wait(String type, String reason, String note) {
        return new PlannedEvent(type, reason, "Wait", Wording.cutBytes(note, NOTE));
    }

    private static PlannedEvent event(String type, Condition condition, String action) {
        return new PlannedEvent(
                type,
                condition.getReason(),
                action,
                Wording.cutBytes(condition.getMessage(), NOTE));
    }

    private static Optional<Condition> condition(PatternedAppStatus status, String type) {
        return status.conditions().stream().filter(it -> type.equals(it.getType())).findFirst();
    }
}
