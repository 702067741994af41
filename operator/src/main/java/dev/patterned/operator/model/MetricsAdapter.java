package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.util.Map;
import java.util.Optional;

/**
 * Shows what main knows of itself as Prometheus metrics.
 *
 * @param name also of its port, so at most 15 characters
 * @param port where {@code /metrics} is, on all addresses
 * @param monitor empty: Prometheus is told by others
 */
public record MetricsAdapter(
        String name,
        Source source,
        int port,
        Optional<Monitor> monitor,
        String image,
        ResourceRequirements resources)
        implements Adapter {
    /**
     * Tells the Prometheus Operator of it.
     *
     * @param interval time between scrapes as Prometheus writes it; empty: Prometheus' own
     * @param labels of the PodMonitor, besides ours
     */
    public record Monitor(Optional<String> interval, Map<String, String> labels) {
        /** Keeps a copy. */
        public Monitor {
            labels = Map.copyOf(labels);
        }
    }

    /** What main is; each has its own exporter. */
    public sealed interface Source {}

    /**
     * Apache httpd with mod_status.
     *
     * @param path without a query
     */
    public record Apache(int port, String path) implements Source {}

    /**
     * nginx with stub_status.
     *
     * @param path without a query
     */
    public record Nginx(int port, String path) implements Source {}

    /**
     * Redis.
     *
     * @param username empty: the default user
     * @param password where it stands; empty: none is needed
     */
    public record Redis(int port, Optional<String> username, Optional<SecretKeySelector> password)
            implements Source {}

    /**
     * StatsD lines.
     *
     * @param port UDP, on 127.0.0.1
     */
    public record Statsd(int port) implements Source {}
}
