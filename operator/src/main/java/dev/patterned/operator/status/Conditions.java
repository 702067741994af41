package dev.patterned.operator.status;

import dev.patterned.operator.observe.Wording;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects an app's conditions in a fixed order; what is not set here does not survive. */
final class Conditions {
    /** The bound on a condition's message in Kubernetes' own schema, in characters. */
    static final int MESSAGE = 32_768;

    private final List<Condition> before;
    private final @Nullable Long generation;
    private final TransitionTimes times;
    private final List<Condition> conditions = new ArrayList<>();

    /**
     * Starts with none.
     *
     * @param before the old conditions, for their transition times only
     * @param generation of the spec that the conditions speak of
     */
    Conditions(List<Condition> before, @Nullable Long generation, TransitionTimes times) {
        this.before = before;
        this.generation = generation;
        this.times = times;
    }

    /** Adds one; its transition time moves only when its status does. */
    Conditions set(String type, String status, String reason, String message) {
        var since =
                before.stream()
                        .filter(it -> type.equals(it.getType()) && status.equals(it.getStatus()))
                        .flatMap(it -> Wording.instant(it.getLastTransitionTime()).stream());
        conditions.add(
                new ConditionBuilder()
                        .withType(type)
                        .withStatus(status)
                        .withReason(reason)
                        .withMessage(Wording.cut(message, MESSAGE))
                        .withObservedGeneration(generation)
                        .withLastTransitionTime(times.keepOrNow(since))
                        .build());
        return this;
    }

    List<Condition> list() {
        return List.copyOf(conditions);
    }

    static String truth(boolean value) {
        return value ? "True" : "False";
    }
}
