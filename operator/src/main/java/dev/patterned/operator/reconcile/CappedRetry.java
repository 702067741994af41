package dev.patterned.operator.reconcile;

import io.javaoperatorsdk.operator.processing.retry.Retry;
import io.javaoperatorsdk.operator.processing.retry.RetryExecution;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Retries for ever, with pauses that double up to 25 seconds: what was in the way is noticed to be
 * gone within half a minute, the request itself included.
 *
 * <p>Each pause is between half of its length and all of it, at random, so that apps which failed
 * together do not come back together.
 */
final class CappedRetry implements Retry {
    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofSeconds(25);

    /** Beyond it the pause is the longest anyway. */
    private static final int MOST_DOUBLINGS = 16;

    private final DoubleSupplier random;

    CappedRetry() {
        this(() -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * With a given chance.
     *
     * @param random from 0 to below 1
     */
    CappedRetry(DoubleSupplier random) {
        this.random = random;
    }

    @Override
    public RetryExecution initExecution() {
        return new Execution();
    }

    private final class Execution implements RetryExecution {
        private int attempts;

        @Override
        public Optional<Long> nextDelay() {
            var full = FIRST.toMillis() << Math.min(attempts, MOST_DOUBLINGS);
            attempts++;
            var capped = Math.min(full, LONGEST.toMillis());
            return Optional.of((long) (capped * (1 + random.getAsDouble()) / 2));
        }

        @Override
        public int getAttemptCount() {
            return attempts;
        }

        @Override
        public boolean isLastAttempt() {
            return false;
        }
    }
}
