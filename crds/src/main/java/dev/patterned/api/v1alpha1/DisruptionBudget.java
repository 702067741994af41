package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.jspecify.annotations.Nullable;

/** How many Pods a drain of nodes leaves; a Pod that is not ready never holds a drain up. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "has(self.minAvailable) != has(self.maxUnavailable)",
        message =
                "disruptionBudget has exactly one of minAvailable, maxUnavailable: keep one of them")
@ValidationRule(
        value =
                "!has(self.minAvailable) || (type(self.minAvailable) == string ? self.minAvailable"
                        + DisruptionBudget.PERCENT
                        + " : self.minAvailable >= 0)",
        message =
                "disruptionBudget.minAvailable is a number from 0 or a percentage such as 50%: correct it",
        fieldPath = ".minAvailable")
@ValidationRule(
        value =
                "!has(self.maxUnavailable) || (type(self.maxUnavailable) == string ? self.maxUnavailable"
                        + DisruptionBudget.PERCENT
                        + " : self.maxUnavailable >= 0)",
        message =
                "disruptionBudget.maxUnavailable is a number from 0 or a percentage such as 50%: correct it",
        fieldPath = ".maxUnavailable")
public record DisruptionBudget(
        @JsonPropertyDescription("Pods that stay ready, as a number or a percentage.")
                @Nullable IntOrString minAvailable,
        @JsonPropertyDescription("Pods that may be away at a time, as a number or a percentage.")
                @Nullable IntOrString maxUnavailable) {
    static final String PERCENT = ".matches('^(100|[0-9]{1,2})%$')";
}
