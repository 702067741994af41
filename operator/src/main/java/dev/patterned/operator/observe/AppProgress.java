package dev.patterned.operator.observe;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far an app is that another app waits for. */
final class AppProgress {
    private AppProgress() {}

    /** Of the app of that name; null when there is none. */
    static Awaited of(String name, @Nullable PatternedApp app) {
        if (app == null) {
            return Awaited.missing("no PatternedApp %s in this namespace yet".formatted(name));
        }
        if (!observed(app)) {
            return Awaited.pending("app %s: no report on its newest spec yet".formatted(name));
        }
        var ready = condition(app, "Ready");
        if (ready.filter(it -> "True".equals(it.getStatus())).isPresent()) {
            return Awaited.DONE;
        }
        return Awaited.pending(
                "app %s is not ready%s"
                        .formatted(name, ready.map(it -> " (" + it.getReason() + ")").orElse("")));
    }

    private static boolean observed(PatternedApp app) {
        var status = app.getStatus();
        var generation = Objects.requireNonNullElse(app.getMetadata().getGeneration(), 0L);
        return status != null
                && status.observedGeneration() != null
                && status.observedGeneration() >= generation;
    }

    private static Optional<Condition> condition(PatternedApp app, String type) {
        return app.getStatus().conditions().stream()
                .filter(it -> type.equals(it.getType()))
                .findFirst();
    }
}
