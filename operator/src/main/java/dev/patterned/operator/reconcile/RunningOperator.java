package dev.patterned.operator.reconcile;

import dev.patterned.operator.health.HttpEndpoints;
import dev.patterned.operator.metrics.OperatorMetrics;
import io.javaoperatorsdk.operator.Operator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** An operator that runs until it is closed. */
public final class RunningOperator implements AutoCloseable {
    private final Operator operator;
    private final Passes passes;
    private final HttpEndpoints endpoints;
    private final OperatorMetrics metrics;
    private final Optional<Leadership> leadership;
    private final AtomicBoolean closed = new AtomicBoolean();

    RunningOperator(
            Operator operator,
            Passes passes,
            HttpEndpoints endpoints,
            OperatorMetrics metrics,
            Optional<Leadership> leadership) {
        this.operator = operator;
        this.passes = passes;
        this.endpoints = endpoints;
        this.metrics = metrics;
        this.leadership = leadership;
    }

    /** Where {@code /livez}, {@code /readyz} and {@code /metrics} are. */
    public int httpPort() {
        return endpoints.port();
    }

    /**
     * Stops: passes that run may end within the configured time, then the Lease is handed back. The
     * client stays open. A second call does nothing.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        leadership.ifPresent(Leadership::stopping);
        try {
            passes.end();
            operator.stop();
            leadership.ifPresent(Leadership::release);
        } finally {
            endpoints.close();
            metrics.close();
        }
    }
}
