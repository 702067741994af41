package dev.patterned.operator.status;

import dev.patterned.operator.observe.Observation;
import dev.patterned.operator.observe.Wording;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why Pods, or the Jobs of a CronJob, could not be created, in the words of the API server.
 *
 * <p>What stands before them is of the controllers: {@code controller_utils.go}, {@code
 * statefulset/stateful_pod_control.go} and {@code cronjob/cronjob_controllerv2.go} in {@code
 * pkg/controller} of Kubernetes 1.33 to 1.37.
 */
final class Creation {
    private static final int DETAIL = 600;

    /** An Event that stands for several, and what failed. */
    private static final Pattern PREAMBLE =
            Pattern.compile(
                    "^(\\(combined from similar events\\): )?(Error creating(?: job)?: |(?i:create) \\w+ .*? failed error: )?");

    /** Each attempt has another generated name: it would change the status every time. */
    private static final Pattern GENERATED_NAME =
            Pattern.compile("^(?i:pods?|jobs\\.batch) \"[^\"]*\" is (forbidden: |invalid: )?");

    private Creation() {}

    /** Of Pods. Empty where nobody says that they could not. */
    static Optional<String> failure(Observation observation) {
        return observation
                .workload()
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .flatMap(it -> RolloutReadiness.condition(it, "ReplicaFailure", "True"))
                .flatMap(it -> Optional.ofNullable(it.getMessage()))
                .or(observation::notCreated)
                .map(Creation::cause);
    }

    /** A sentence for a label such as {@code Job/work}. */
    static Readiness blocked(String label, String cause) {
        return Readiness.blocked(
                Reasons.POD_CREATION_FAILED, label + ": Pods cannot be created: " + cause);
    }

    /** Of a CronJob's next Job. */
    static Optional<Readiness> jobsBlocked(String label, Observation observation) {
        return observation
                .jobNotCreated()
                .map(said -> label + ": Jobs cannot be created: " + cause(said))
                .map(message -> Readiness.blocked(Reasons.JOB_CREATION_FAILED, message));
    }

    private static String cause(String said) {
        var line = Wording.line(said, Integer.MAX_VALUE);
        var answer = PREAMBLE.matcher(line).replaceFirst("");
        return Wording.cut(GENERATED_NAME.matcher(answer).replaceFirst(""), DETAIL);
    }
}
