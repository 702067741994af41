package dev.patterned.operator.plan.envoy;

import java.time.Duration;
import java.util.List;

/** Ports of this Pod, on 127.0.0.1. */
final class LocalClusters {
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private LocalClusters() {}

    static Message cluster(String name, int port) {
        var endpoint =
                Message.of()
                        .with(
                                "endpoint",
                                Message.of()
                                        .with("address", Sockets.address(Sockets.LOOPBACK, port)));
        return Message.of()
                .with("name", name)
                .with("type", "STATIC")
                .with("connect_timeout", CONNECT)
                .with(
                        "load_assignment",
                        Message.of()
                                .with("cluster_name", name)
                                .with(
                                        "endpoints",
                                        List.of(
                                                Message.of()
                                                        .with("lb_endpoints", List.of(endpoint)))));
    }
}
