package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.Autoscaling;
import dev.patterned.api.v1alpha1.DisruptionBudget;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many Pods there are, and how many of them stay.
 *
 * <p>What a budget allows is counted as the cluster's disruption controller counts it:
 * https://kubernetes.io/docs/tasks/run-application/configure-pdb/#rounding-logic-when-specifying-percentages
 */
final class AvailabilityRules {
    private static final String AUTOSCALING = "spec.autoscaling";
    private static final String BUDGET = "spec.disruptionBudget";

    private static final Pattern PERCENT = Pattern.compile("(100|[0-9]{1,2})%");

    private AvailabilityRules() {}

    static void check(Subject subject, Problems problems) {
        var spec = subject.spec();
        if (spec.autoscaling() != null) {
            needsReplicas(spec, AUTOSCALING, problems);
            autoscaling(spec, spec.autoscaling(), problems);
        }
        if (spec.disruptionBudget() != null) {
            needsReplicas(spec, BUDGET, problems);
            budget(spec, spec.disruptionBudget(), problems);
        }
    }

    private static void needsReplicas(PatternedAppSpec spec, String path, Problems problems) {
        var kind = Defaults.kind(spec);
        if (!WorkloadRules.SCALABLE.contains(kind)) {
            problems.error(
                    "NeedsReplicas",
                    path,
                    "a %s has no replicas: remove it, or choose workload.kind Deployment or StatefulSet"
                            .formatted(Wire.of(kind)));
        }
    }

    private static void autoscaling(
            PatternedAppSpec spec, Autoscaling autoscaling, Problems problems) {
        var least = Objects.requireNonNullElse(autoscaling.minReplicas(), Defaults.MIN_REPLICAS);
        if (least > autoscaling.maxReplicas()) {
            problems.error(
                    "MinOverMax",
                    AUTOSCALING + ".minReplicas",
                    "%d is more than maxReplicas %d: raise maxReplicas or lower minReplicas"
                            .formatted(least, autoscaling.maxReplicas()));
        }
        if (!requestsCpu(spec.main().resources())) {
            problems.warning(
                    "CpuRequestMissing",
                    AUTOSCALING,
                    "scales by the share that main uses of its CPU request, and spec.main.resources.requests.cpu is not set: set it, unless a LimitRange of the namespace does");
        }
    }

    private static boolean requestsCpu(@Nullable ResourceRequirements resources) {
        if (resources == null) {
            return false;
        }
        var requests = resources.getRequests();
        var limits = resources.getLimits();
        return (requests != null && requests.containsKey("cpu"))
                || (limits != null && limits.containsKey("cpu"));
    }

    private static void budget(PatternedAppSpec spec, DisruptionBudget budget, Problems problems) {
        if ((budget.minAvailable() == null) == (budget.maxUnavailable() == null)) {
            problems.error(
                    "ExactlyOne",
                    BUDGET,
                    "has exactly one of minAvailable, maxUnavailable: keep one of them");
            return;
        }
        if (!isAmount(budget.minAvailable(), BUDGET + ".minAvailable", problems)
                || !isAmount(budget.maxUnavailable(), BUDGET + ".maxUnavailable", problems)) {
            return;
        }
        var pods = pods(spec);
        if (pods == 0 || allowed(budget, pods) > 0) {
            return;
        }
        problems.warning(
                "BlocksEveryDrain",
                BUDGET + (budget.minAvailable() == null ? ".maxUnavailable" : ".minAvailable"),
                "with %d Pod%s no node that runs one can be drained: %s"
                        .formatted(
                                pods,
                                pods == 1 ? "" : "s",
                                pods == 1
                                        ? "raise replicas, or remove spec.disruptionBudget"
                                        : "let at least one Pod be away"));
    }

    private static boolean isAmount(@Nullable IntOrString value, String path, Problems problems) {
        if (value == null) {
            return true;
        }
        var number = value.getIntVal();
        if (number == null ? PERCENT.matcher(value.getStrVal()).matches() : number >= 0) {
            return true;
        }
        problems.error(
                "AmountInvalid",
                path,
                "\"%s\" is neither a number from 0 nor a percentage such as 50%%: correct it"
                        .formatted(value.getValue()));
        return false;
    }

    /** As few as there may be: then the budget blocks first. */
    private static int pods(PatternedAppSpec spec) {
        var autoscaling = spec.autoscaling();
        return autoscaling == null
                ? Objects.requireNonNullElse(spec.replicas(), Defaults.REPLICAS)
                : Objects.requireNonNullElse(autoscaling.minReplicas(), Defaults.MIN_REPLICAS);
    }

    private static int allowed(DisruptionBudget budget, int pods) {
        return budget.minAvailable() == null
                ? amount(Objects.requireNonNull(budget.maxUnavailable()), pods)
                : pods - amount(budget.minAvailable(), pods);
    }

    /** Percentages are rounded up. */
    private static int amount(IntOrString value, int pods) {
        if (value.getIntVal() != null) {
            return value.getIntVal();
        }
        var percent = Integer.parseInt(value.getStrVal().replace("%", ""));
        return Math.ceilDiv(percent * pods, 100);
    }
}
