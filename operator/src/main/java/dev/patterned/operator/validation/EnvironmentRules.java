package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.CustomAmbassador;
import dev.patterned.api.v1alpha1.UserContainer;
import dev.patterned.operator.validation.Subject.Located;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One environment variable is set once. A second one makes server-side apply answer 500. */
final class EnvironmentRules {
    private EnvironmentRules() {}

    static void check(Subject subject, Problems problems) {
        var injected = injected(subject);
        for (var container : subject.containers()) {
            var first = new HashMap<String, String>(receives(container) ? injected : Map.of());
            for (var variable : located(container.path() + ".env", container.value().env())) {
                var other = first.putIfAbsent(variable.value().getName(), variable.path());
                if (other != null) {
                    problems.error(
                            "EnvTwice",
                            variable.path() + ".name",
                            "%s is set by %s already: leave one out"
                                    .formatted(variable.value().getName(), other));
                }
            }
        }
    }

    /** The listener that sets each variable, for main, sidecars and init containers. */
    private static Map<String, String> injected(Subject subject) {
        var injected = new HashMap<String, String>();
        for (var ambassador : located("spec.ambassadors", subject.spec().ambassadors())) {
            for (var outbound :
                    located(ambassador.path() + ".outbound", ambassador.value().outbound())) {
                var name = outbound.value().name().toUpperCase(Locale.ROOT).replace('-', '_');
                injected.put(name + "_HOST", outbound.path());
                injected.put(name + "_PORT", outbound.path());
            }
        }
        return injected;
    }

    private static boolean receives(Located<UserContainer> container) {
        return !(container.value() instanceof CustomAmbassador);
    }
}
