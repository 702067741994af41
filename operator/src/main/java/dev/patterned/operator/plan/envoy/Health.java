package dev.patterned.operator.plan.envoy;

import java.time.Duration;
import java.util.List;

/** How an upstream that does not answer is found, and left out. */
final class Health {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration WHILE_SICK = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int MOST_PERCENT = 50;

    private Health() {}

    /** Connects to each upstream now and then, also without traffic. */
    static Message checked(Message cluster) {
        return cluster.with(
                        "health_checks",
                        List.of(
                                Message.of()
                                        .with("timeout", TIMEOUT)
                                        .with("interval", INTERVAL)
                                        .with("no_traffic_healthy_interval", INTERVAL)
                                        // Also while none has ever been there.
                                        .with("no_traffic_interval", WHILE_SICK)
                                        .with("unhealthy_interval", WHILE_SICK)
                                        .with("unhealthy_threshold", 2)
                                        .with("healthy_threshold", 1)
                                        .with("tcp_health_check", Message.of())))
                // What is no longer in DNS is gone, also while it still answers.
                .with("ignore_health_on_host_removal", true)
                .with("close_connections_on_host_health_failure", true);
    }

    /**
     * Leaves an upstream out that fails the real traffic: connections that break, or answers 502,
     * 503 and 504. A 500 is the answer of a server that works. At least half of them stay.
     */
    static Message outliers() {
        return Message.of()
                .with("interval", Duration.ofSeconds(2))
                .with("base_ejection_time", Duration.ofSeconds(5))
                .with("max_ejection_time", Duration.ofSeconds(30))
                .with("max_ejection_percent", MOST_PERCENT)
                .with("split_external_local_origin_errors", true)
                .with("consecutive_local_origin_failure", 3)
                .with("enforcing_consecutive_local_origin_failure", 100)
                .with("consecutive_gateway_failure", 5)
                .with("enforcing_consecutive_gateway_failure", 100)
                .with("enforcing_consecutive_5xx", 0)
                .with("enforcing_success_rate", 0)
                .with("enforcing_local_origin_success_rate", 0);
    }
}
