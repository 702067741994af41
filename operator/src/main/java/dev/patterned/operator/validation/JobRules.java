package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.CompletionMode;
import dev.patterned.api.v1alpha1.JobOptions;
import dev.patterned.api.v1alpha1.JobRestartPolicy;
import dev.patterned.api.v1alpha1.PodReplacementPolicy;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicy;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import org.jspecify.annotations.Nullable;

/**
 * Options of a Job, or of what a CronJob runs. Source: {@code validateJobSpec} of Kubernetes 1.33.
 */
final class JobRules {
    private static final String CLASH = "FieldsClash";

    private JobRules() {}

    static void check(
            Subject subject, String path, @Nullable JobOptions options, Problems problems) {
        if (options == null) {
            return;
        }
        indexes(path, options, problems);
        if (options.podFailurePolicy() != null) {
            failurePolicy(path, options, problems);
            rules(subject, path, options.podFailurePolicy(), options, problems);
        }
    }

    private static void indexes(String path, JobOptions options, Problems problems) {
        var indexed = options.completionMode() == CompletionMode.INDEXED;
        if (indexed && options.completions() == null) {
            problems.error(
                    "Required",
                    path + ".completions",
                    "is missing: completionMode Indexed needs the number of indexes");
        }
        var needsIndexes =
                options.backoffLimitPerIndex() != null
                        || options.maxFailedIndexes() != null
                        || options.successPolicy() != null;
        if (!indexed && needsIndexes) {
            problems.error(
                    CLASH,
                    path + ".completionMode",
                    "backoffLimitPerIndex, maxFailedIndexes and successPolicy need completionMode: Indexed; set it, or leave them out");
        }
        if (options.maxFailedIndexes() != null && options.backoffLimitPerIndex() == null) {
            problems.error(
                    CLASH,
                    path + ".maxFailedIndexes",
                    "needs backoffLimitPerIndex, which says when an index has failed: add it, or leave maxFailedIndexes out");
        }
        if (options.maxFailedIndexes() != null
                && options.completions() != null
                && options.maxFailedIndexes() > options.completions()) {
            problems.error(
                    CLASH,
                    path + ".maxFailedIndexes",
                    "%d is more than the %d indexes of completions: lower it"
                            .formatted(options.maxFailedIndexes(), options.completions()));
        }
    }

    private static void failurePolicy(String path, JobOptions options, Problems problems) {
        if (options.restartPolicy() == JobRestartPolicy.ON_FAILURE) {
            problems.error(
                    CLASH,
                    path + ".restartPolicy",
                    "OnFailure starts containers again inside their Pod, but podFailurePolicy looks at Pods that failed: set Never, or leave podFailurePolicy out");
        }
        if (options.podReplacementPolicy() == PodReplacementPolicy.TERMINATING_OR_FAILED) {
            problems.error(
                    CLASH,
                    path + ".podReplacementPolicy",
                    "podFailurePolicy must see how a Pod ended before it is replaced: leave podReplacementPolicy out, or set Failed");
        }
    }

    private static void rules(
            Subject subject,
            String path,
            PodFailurePolicy policy,
            JobOptions options,
            Problems problems) {
        for (var rule : located(path + ".podFailurePolicy.rules", policy.getRules())) {
            exactlyOne(rule.path(), rule.value(), problems);
            if ("FailIndex".equals(rule.value().getAction())
                    && options.backoffLimitPerIndex() == null) {
                problems.error(
                        CLASH,
                        rule.path() + ".action",
                        "FailIndex needs backoffLimitPerIndex: add it, or choose another action");
            }
            var codes = rule.value().getOnExitCodes();
            var container = codes == null ? null : codes.getContainerName();
            var known = NameRules.containerNames(subject);
            if (container != null && !known.contains(container)) {
                problems.error(
                        "ContainerUnknown",
                        rule.path() + ".onExitCodes.containerName",
                        "\"%s\" is no container of this app %s: name one of them, or leave it out"
                                .formatted(container, Suggestion.of(known)));
            }
        }
    }

    private static void exactlyOne(String path, PodFailurePolicyRule rule, Problems problems) {
        var conditions = rule.getOnPodConditions() != null && !rule.getOnPodConditions().isEmpty();
        if (conditions == (rule.getOnExitCodes() != null)) {
            problems.error(
                    "ExactlyOne", path, "say exactly one of onExitCodes and onPodConditions");
        }
    }
}
