package dev.patterned.operator.plan.envoy;

import java.time.Duration;
import java.util.List;

/** Redis, one connection to each shard that all of main's connections share. */
final class RedisProxy {
    private static final String FILTERS = "envoy.extensions.filters.network.";
    private static final Duration OPERATION = Duration.ofSeconds(5);
    private static final Duration FLUSH = Duration.ofMillis(3);

    /**
     * Commands that Envoy would take and not carry out: it sends most of them to one shard and
     * answers as if it had asked all. SELECT would move the connection that all of main's
     * connections share.
     */
    private static final String[] REFUSED = {
        "config", "flushall", "flushdb", "keys", "scan", "select"
    };

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
                        .with("faults", List.of(refusal()))
                        .with(
                                "prefix_routes",
                                Message.of()
                                        .with(
                                                "catch_all_route",
                                                Message.of().with("cluster", name))));
    }

    /** Envoy has no other way to refuse a command. */
    private static Message refusal() {
        var always = Message.of().with("numerator", 100).with("denominator", "HUNDRED");
        return Message.of()
                .with("fault_type", "ERROR")
                .with("fault_enabled", Message.of().with("default_value", always))
                .withStrings("commands", REFUSED);
    }
}
