package dev.patterned.operator.reconcile;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door that every pass goes through, so that an operator can end them before it stops.
 *
 * <p>The framework empties its caches while passes may still run. To such a pass all children are
 * missing and no Pod is ready, and it would write that.
 */
final class Passes {
    private static final Logger LOG = LoggerFactory.getLogger(Passes.class);

    /** Passes share it; who ends them takes it alone. */
    private final ReadWriteLock door = new ReentrantReadWriteLock();

    private final Duration longest;
    private volatile boolean ending;

    /**
     * For one operator.
     *
     * @param longest how long its end waits for passes that run
     */
    Passes(Duration longest) {
        this.longest = longest;
    }

    /** Runs a pass, or nothing once the passes are to end. */
    <T> Optional<T> run(Supplier<T> pass) {
        var shared = door.readLock();
        if (ending || !shared.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(pass.get());
        } finally {
            shared.unlock();
        }
    }

    /** Lets no further pass begin, and waits for those that run. */
    void end() {
        ending = true;
        try {
            if (!door.writeLock().tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Stopping although passes still run after {}", longest);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
