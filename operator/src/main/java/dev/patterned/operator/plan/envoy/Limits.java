package dev.patterned.operator.plan.envoy;

import java.util.List;

/** Limits that fail at once what is above them. */
final class Limits {
    /**
     * Part of the requests under way that may be retries, so that retries never add to an overload.
     */
    private static final int RETRY_PERCENT = 20;

    /** Retries that are always allowed, however few requests are under way. */
    private static final int RETRIES = 10;

    private Limits() {}

    /**
     * As many connections, and as many requests that wait for one: a burst of first requests waits
     * while connections are made.
     */
    static Message of(int most) {
        return Message.of()
                .with(
                        "thresholds",
                        List.of(
                                Message.of()
                                        .with("max_connections", most)
                                        .with("max_pending_requests", most)
                                        .with("max_requests", most)
                                        .with("retry_budget", retryBudget())));
    }

    private static Message retryBudget() {
        return Message.of()
                .with("budget_percent", Message.of().with("value", RETRY_PERCENT))
                .with("min_retry_concurrency", RETRIES);
    }
}
