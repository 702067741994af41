package dev.patterned.operator.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import dev.patterned.operator.helm.HealthScript;
import dev.patterned.operator.resources.Manifests;
import dev.patterned.operator.testing.Refresh;
import io.fabric8.kubernetes.api.model.Condition;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole statuses for what a cluster really reports: the sentence a person reads is in them. */
class StatusGoldenTest {
    static List<StatusCase> cases() {
        return StatusCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysAsCommitted(StatusCase one) {
        var app = one.app();
        app.setStatus(one.calculate(app, StatusCase.NOW));
        app.setSpec(null);
        Refresh.check(one.expected(), Manifests.toYaml(List.of(app)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysTheSameInTheNextPass(StatusCase one) {
        var app = one.app();
        var first = one.calculate(app, StatusCase.NOW);
        app.setStatus(asStored(first));
        assertThat(one.calculate(app, StatusCase.NOW.plus(Duration.ofHours(1)))).isEqualTo(first);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void argoCdGoesByTheSameStatus(StatusCase one) throws IOException {
        var app = one.app();
        app.setStatus(one.calculate(app, StatusCase.NOW));
        var health = HealthScript.ours().of(Manifests.toTree(app));
        var failed = is(app, ConditionType.SUCCEEDED, "False");
        var expected = failed || status(app, ConditionType.STALLED) ? "Degraded" : "Progressing";
        assertThat(health.status())
                .isEqualTo(status(app, ConditionType.READY) ? "Healthy" : expected);
    }

    @Test
    void aTransitionTimeMovesOnlyWithItsCondition() {
        var app = StatusCase.named("wait-timed-out").app();
        app.setStatus(StatusCase.named("wait-timed-out").calculate(app, StatusCase.NOW));
        var later = StatusCase.NOW.plusSeconds(60);
        var ready = StatusCase.named("ready").calculate(app, later);
        assertThat(ready.conditions())
                .extracting(Condition::getType, Condition::getLastTransitionTime)
                .containsExactly(
                        tuple("Accepted", "2026-11-22T10:15:45Z"),
                        tuple("Ready", "2026-11-22T10:16:45Z"),
                        tuple("DependenciesReady", "2026-11-22T10:16:45Z"));
    }

    private static boolean status(PatternedApp app, String type) {
        return is(app, type, "True");
    }

    private static boolean is(PatternedApp app, String type, String status) {
        return app.getStatus().conditions().stream()
                .anyMatch(it -> type.equals(it.getType()) && status.equals(it.getStatus()));
    }

    /** As it comes back from a server. */
    private static PatternedAppStatus asStored(PatternedAppStatus status) {
        var mapper = new ObjectMapper();
        return mapper.convertValue(mapper.valueToTree(status), PatternedAppStatus.class);
    }
}
