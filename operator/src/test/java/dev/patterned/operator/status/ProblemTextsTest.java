package dev.patterned.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.validation.Problem;
import dev.patterned.operator.validation.Problem.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    @Test
    void everyProblemIsListed() {
        assertThat(ProblemTexts.all(List.of(problem("A", "one"), problem("B", "two"))))
                .isEqualTo("spec.a: one\nspec.b: two");
    }

    @Test
    void whatDoesNotFitIsCounted() {
        var many = Collections.nCopies(100, problem("A", "x".repeat(1000)));
        assertThat(ProblemTexts.all(many))
                .hasSizeLessThanOrEqualTo(Conditions.MESSAGE)
                .endsWith("\n… and 68 more");
    }

    @Test
    void oneProblemLargerThanAConditionIsCut() {
        assertThat(ProblemTexts.all(List.of(problem("A", "x".repeat(40_000)))))
                .hasSize(Conditions.MESSAGE)
                .endsWith("…");
    }

    @Test
    void theReasonIsTheFirstErrorsCode() {
        var warning = new Problem(Severity.WARNING, "Look", "spec", "");
        assertThat(ProblemTexts.reason(List.of(warning, problem("PortTwice", ""))))
                .isEqualTo("PortTwice");
    }

    @Test
    void aCodeThatCannotBeAReasonIsNone() {
        assertThat(ProblemTexts.reason(List.of(problem("not-a-reason", "")))).isEqualTo("Invalid");
    }

    private static Problem problem(String code, String message) {
        return new Problem(Severity.ERROR, code, "spec." + code.toLowerCase(Locale.ROOT), message);
    }
}
