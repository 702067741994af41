package dev.patterned.operator.status;

import dev.patterned.operator.observe.Observation;
import dev.patterned.operator.observe.Wording;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why Pods could not be created, in the words of the API server.
 *
 * <p>What stands before them is of the controllers: {@code pkg/controller/controller_utils.go} and
 * {@code pkg/controller/statefulset/stateful_pod_control.go} of Kubernetes 1.33 to 1.37.
 */
final class PodCreation {
    private static final int DETAIL = 600;

    /** An Event that stands for several, and what failed. */
    private static final Pattern PREAMBLE =
            Pattern.compile(
                    "^(\\(combined from similar events\\): )?(Error creating: |(?i:create) \\w+ .*? failed error: )?");

    /** Each attempt has another generated name: it would change the status every time. */
    private static final Pattern POD_NAME =
            Pattern.compile("^(?i:pods?) \"[^\"]*\" is (forbidden: |invalid: )?");

    private PodCreation() {}

    /** Empty where nobody says that they could not. */
    static Optional<String> failure(Observation observation) {
        return observation
                .workload()
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .flatMap(it -> RolloutReadiness.condition(it, "ReplicaFailure", "True"))
                .flatMap(it -> Optional.ofNullable(it.getMessage()))
                .or(observation::notCreated)
                .map(PodCreation::cause);
    }

    /** A sentence for a label such as {@code Job/work}. */
    static Readiness blocked(String label, String cause) {
        return Readiness.blocked(
                Reasons.POD_CREATION_FAILED, label + ": Pods cannot be created: " + cause);
    }

    private static String cause(String said) {
        var line = Wording.line(said, Integer.MAX_VALUE);
        var answer = PREAMBLE.matcher(line).replaceFirst("");
        return Wording.cut(POD_NAME.matcher(answer).replaceFirst(""), DETAIL);
    }
}
