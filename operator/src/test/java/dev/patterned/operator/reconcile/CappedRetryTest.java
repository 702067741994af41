package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CappedRetryTest {
    @Test
    void pausesDoubleUpToTwentyFiveSecondsAndNeverEnd() {
        var longest = new CappedRetry(() -> 0.999_999).initExecution();

        var pauses = Stream.generate(longest::nextDelay).map(Optional::orElseThrow).limit(1000);

        assertThat(pauses.map(pause -> Math.round(pause / 500.0)).toList())
                .startsWith(1L, 2L, 4L, 8L, 16L, 32L, 50L, 50L)
                .hasSize(1000);
        assertThat(longest.isLastAttempt()).isFalse();
        assertThat(longest.getAttemptCount()).isEqualTo(1000);
    }

    @Test
    void aPauseIsAtLeastHalfAsLong() {
        var shortest = new CappedRetry(() -> 0).initExecution();

        assertThat(shortest.nextDelay()).contains(250L);
        assertThat(shortest.nextDelay()).contains(500L);
    }
}
