package dev.patterned.operator.plan.envoy;

import java.time.Duration;
import java.util.List;

/**
 * Envoy's own interface, which stays on 127.0.0.1, and the one door to it: who asks the status port
 * gets readiness and metrics, and nothing else.
 */
final class Administration {
    private static final String NAME = "patterned_status";
    private static final String CLUSTER = "patterned_admin";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Of all listeners together; a file descriptor each, twice. */
    private static final int MOST_CONNECTIONS = 10_000;

    private Administration() {}

    static Message admin(int port) {
        return Message.of()
                .with("address", Sockets.address(Sockets.LOOPBACK, port))
                .with("ignore_global_conn_limit", true);
    }

    static Message cluster(int port) {
        return LocalClusters.cluster(CLUSTER, port);
    }

    static Message overload() {
        var monitor =
                Message.ofType(
                                "envoy.extensions.resource_monitors.downstream_connections.v3"
                                        + ".DownstreamConnectionsConfig")
                        .with("max_active_downstream_connections", MOST_CONNECTIONS);
        return Message.of()
                .with("refresh_interval", Duration.ofMillis(250))
                .with(
                        "resource_monitors",
                        List.of(
                                Message.extension(
                                        "envoy.resource_monitors"
                                                + ".global_downstream_max_connections",
                                        monitor)));
    }

    /** Answers also when all other listeners are full. */
    static Message statusListener(int port) {
        var routes =
                List.of(
                        route("/ready", Message.of()),
                        // All statistics are 700 KB, those in use 15 KB.
                        route(
                                "/stats/prometheus",
                                Message.of()
                                        .with(
                                                "regex_rewrite",
                                                Message.of()
                                                        .with("pattern", regex("^.*$"))
                                                        .with(
                                                                "substitution",
                                                                "/stats/prometheus?usedonly"))));
        var http =
                HttpConnections.manager(
                        NAME, HttpConnections.details().with("normalize_path", true), routes);
        return Listeners.listener(NAME, Sockets.address(Sockets.EVERYWHERE, port), http)
                .with("ignore_global_conn_limit", true)
                .with("bypass_overload_manager", true);
    }

    private static Message route(String path, Message action) {
        return Message.of()
                .with(
                        "match",
                        Message.of()
                                .with("path", path)
                                .with("headers", List.of(Routes.method("GET"))))
                .with("route", action.with("cluster", CLUSTER).with("timeout", TIMEOUT));
    }

    private static Message regex(String pattern) {
        return Message.of().with("regex", pattern);
    }
}
