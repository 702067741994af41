package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.config.OperatorConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextLookTest {
    private static final Outcome CONFLICT = new Outcome.Conflict("Service", "web", "");
    private static final Outcome REJECTED =
            new Outcome.Rejected("Service", "web", 403, "Forbidden", "exceeded quota");
    private static final Outcome UNCHANGED = new Outcome.Unchanged("Deployment", "web");

    private final NextLook nextLook = NextLook.every(OperatorConfig.embedded().lookAgain());

    @Test
    void whatIsAsItShouldBeIsNotLookedAtAgain() {
        assertThat(nextLook.after(List.of(UNCHANGED), false).getScheduleDelay()).isEmpty();
    }

    @Test
    void aRefusedChildIsSentAgainSoonEnoughToHaveRecoveredAfterHalfAMinute() {
        assertThat(nextLook.after(List.of(UNCHANGED, REJECTED), false).getScheduleDelay())
                .hasValueSatisfying(delay -> assertThat(delay).isLessThan(25_000));
    }

    @Test
    void aPodThatHangsIsLookedAtAgain() {
        assertThat(nextLook.after(List.of(UNCHANGED), true).getScheduleDelay())
                .hasValue(Duration.ofSeconds(15).toMillis());
    }

    @Test
    void theSoonestLookCounts() {
        assertThat(nextLook.after(List.of(REJECTED, CONFLICT), false).getScheduleDelay())
                .hasValue(Duration.ofSeconds(15).toMillis());
    }
}
