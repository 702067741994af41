package dev.patterned.operator.plan.envoy;

import java.time.Duration;

/** Redis, one connection to each shard that all of main's connections share. */
final class RedisProxy {
    private static final String FILTERS = "envoy.extensions.filters.network.";
    private static final Duration OPERATION = Duration.ofSeconds(5);
    private static final Duration FLUSH = Duration.ofMillis(3);

    private RedisProxy() {}

    static Message filter(String name) {
        return Message.extension(
                "envoy.filters.network.redis_proxy",
                Message.ofType(FILTERS + "redis_proxy.v3.RedisProxy")
                        .with("stat_prefix", name)
                        .with(
                                "settings",
                                Message.of()
                                        .with("op_timeout", OPERATION)
                                        .with("enable_hashtagging", true)
                                        .with("max_buffer_size_before_flush", 1024)
                                        .with("buffer_flush_timeout", FLUSH))
                        .with(
                                "prefix_routes",
                                Message.of()
                                        .with(
                                                "catch_all_route",
                                                Message.of().with("cluster", name))));
    }

    /** Of main's connections: those to the shards are few, however many main has. */
    static Message limit(String name, int connections) {
        return Message.extension(
                "envoy.filters.network.connection_limit",
                Message.ofType(FILTERS + "connection_limit.v3.ConnectionLimit")
                        .with("stat_prefix", name)
                        .with("max_connections", connections));
    }
}
