package dev.patterned.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;

class HookRulesTest {
    private static final String INBOUND =
            "ports: [{name: http, containerPort: 8080}]}, ambassadors: [{name: in, inbound: [{name: http, port: 80, target: http}]}";

    @Test
    void aSleepThatIsLongerThanAllThatThePodHasIsRefused() {
        assertThat(problems("lifecycle: {preStop: {sleep: {seconds: 3}}}}", "2"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path())
                            .isEqualTo("spec.main.lifecycle.preStop.sleep.seconds");
                    assertThat(problem.message()).contains("the Pod has 2 s", "0 to 2");
                });
    }

    @Test
    void aSleepThatFitsIsNot() {
        assertThat(problems("lifecycle: {preStop: {sleep: {seconds: 3}}}}", "3")).isEmpty();
        assertThat(problems("lifecycle: {postStart: {sleep: {seconds: 30}}}}", "null")).isEmpty();
    }

    @Test
    void theDelayOfMainsStopFitsToo() {
        assertThat(drain("60")).isEqualTo(5);
        assertThat(drain("2")).isEqualTo(2);
        assertThat(drain("0")).isEqualTo(0);
    }

    private static long drain(String grace) {
        return PodDefaults.drainSeconds(app(INBOUND + "]", grace).getSpec());
    }

    private static List<Problem> problems(String main, String grace) {
        return switch (Validator.validate(app(main, grace))) {
            case Verdict.Accepted(_, var warnings) -> warnings;
            case Verdict.Refused(var problems) -> problems;
        };
    }

    private static PatternedApp app(String main, String grace) {
        return Serialization.unmarshal(
                """
                apiVersion: patterned.dev/v1alpha1
                kind: PatternedApp
                metadata: {name: app}
                spec: {podTemplate: {terminationGracePeriodSeconds: %s}, main: {image: a, %s}
                """
                        .formatted(grace, main),
                PatternedApp.class);
    }
}
