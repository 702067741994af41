package dev.patterned.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvailabilityRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    spec.disruptionBudget.maxUnavailable | with 3 Pods   | replicas: 3, disruptionBudget: {maxUnavailable: 0}
                    spec.disruptionBudget.maxUnavailable | with 3 Pods   | replicas: 3, disruptionBudget: {maxUnavailable: 0%}
                    spec.disruptionBudget.minAvailable   | with 3 Pods   | replicas: 3, disruptionBudget: {minAvailable: 3}
                    spec.disruptionBudget.minAvailable   | with 3 Pods   | replicas: 3, disruptionBudget: {minAvailable: 100%}
                    spec.disruptionBudget.minAvailable   | with 3 Pods   | replicas: 3, disruptionBudget: {minAvailable: 67%}
                    spec.disruptionBudget.minAvailable   | raise replicas | disruptionBudget: {minAvailable: 50%}
                    spec.disruptionBudget.minAvailable   | with 2 Pods   | replicas: 7, autoscaling: {minReplicas: 2, maxReplicas: 9}, disruptionBudget: {minAvailable: 2}
                    """)
    void aBudgetThatBlocksEveryDrainIsAWarning(String path, String fragment, String fields) {
        assertThat(warnings(fields))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("BlocksEveryDrain");
                    assertThat(warning.path()).isEqualTo(path);
                    assertThat(warning.message()).contains(fragment);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replicas: 3, disruptionBudget: {maxUnavailable: 1%}",
                "replicas: 3, disruptionBudget: {minAvailable: 66%}",
                "replicas: 3, disruptionBudget: {minAvailable: 2}",
                "disruptionBudget: {minAvailable: 0}",
                "replicas: 0, disruptionBudget: {minAvailable: 1}"
            })
    void aBudgetThatLetsAPodGoIsFine(String fields) {
        assertThat(warnings(fields)).isEmpty();
    }

    @Test
    void autoscalingByAShareOfNothingIsAWarning() {
        var app = app("autoscaling: {maxReplicas: 2}");
        Objects.requireNonNull(app.getSpec().main().resources()).setRequests(null);

        assertThat(((Verdict.Accepted) Validator.validate(app)).warnings())
                .extracting(Problem::code)
                .containsExactly("CpuRequestMissing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NeedsReplicas | spec.autoscaling             | workload: {kind: Job}, autoscaling: {maxReplicas: 2}
                    NeedsReplicas | spec.disruptionBudget        | workload: {kind: DaemonSet}, disruptionBudget: {minAvailable: 0}
                    AmountInvalid | spec.disruptionBudget.minAvailable | disruptionBudget: {minAvailable: 101%}
                    AmountInvalid | spec.disruptionBudget.maxUnavailable | disruptionBudget: {maxUnavailable: -1}
                    MinOverMax    | spec.autoscaling.minReplicas | autoscaling: {minReplicas: 5, maxReplicas: 2}
                    """)
    void refuses(String code, String path, String fields) {
        assertThat(((Verdict.Refused) Validator.validate(app(fields))).problems())
                .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
                .singleElement()
                .returns(code, Problem::code)
                .returns(path, Problem::path);
    }

    private static List<Problem> warnings(String fields) {
        return ((Verdict.Accepted) Validator.validate(app(fields))).warnings();
    }

    private static PatternedApp app(String fields) {
        return Serialization.unmarshal(
                """
                apiVersion: patterned.dev/v1alpha1
                kind: PatternedApp
                metadata: {name: web}
                spec: {main: {image: 'app:1', resources: {requests: {cpu: 100m}}}, %s}
                """
                        .formatted(fields),
                PatternedApp.class);
    }
}
