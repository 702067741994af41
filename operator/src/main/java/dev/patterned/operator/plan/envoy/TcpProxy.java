package dev.patterned.operator.plan.envoy;

import java.time.Duration;

/** Bytes from one side to the other. */
final class TcpProxy {
    private TcpProxy() {}

    /**
     * The filter of a listener and its cluster of the same name.
     *
     * @param attempts to connect before the client is sent away, at least 1
     */
    static Message filter(String name, int attempts) {
        return Message.extension(
                "envoy.filters.network.tcp_proxy",
                Message.ofType("envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy")
                        .with("stat_prefix", name)
                        .with("cluster", name)
                        .with("max_connect_attempts", attempts)
                        .with("idle_timeout", Duration.ZERO));
    }
}
