package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import java.util.HashMap;

/** One environment variable is set once. A second one makes server-side apply answer 500. */
final class EnvironmentRules {
    private EnvironmentRules() {}

    static void check(Subject subject, Problems problems) {
        for (var container : subject.containers()) {
            var first = new HashMap<String, String>();
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
}
