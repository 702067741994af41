package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.Upstream;
import java.util.List;
import java.util.function.Function;

/** Which upstream gets what, and which gets nothing. */
final class Balancing {
    private static final int SMALLEST_RING = 1024;

    private Balancing() {}

    /** By weight, among those that answer. */
    static Message shared(Message cluster, Outbound outbound) {
        cluster.with("lb_policy", "ROUND_ROBIN")
                .with(
                        "common_lb_config",
                        common().with("locality_weighted_lb_config", Message.of()))
                .with("outlier_detection", Health.outliers())
                .with(
                        "load_assignment",
                        assignment(outbound, upstream -> group(outbound, upstream)));
        // With one upstream there is nothing to choose, and some servers count the checks as
        // clients that broke off.
        return outbound.upstreams().size() > 1 ? Health.checked(cluster) : cluster;
    }

    /**
     * By the key's place in a ring, which follows the upstreams' names.
     *
     * @param rehash whether a lost one leaves the ring; else its keys are errors until it is back
     */
    static Message ring(Message cluster, Outbound outbound, boolean rehash) {
        var endpoints = outbound.upstreams().stream().map(it -> placed(outbound, it)).toList();
        cluster.with("lb_policy", "RING_HASH")
                .with(
                        "ring_hash_lb_config",
                        Message.of()
                                .with("minimum_ring_size", SMALLEST_RING)
                                .with("hash_function", "XX_HASH"))
                .with("common_lb_config", common())
                .with(
                        "load_assignment",
                        Message.of()
                                .with("cluster_name", Names.of(outbound))
                                .with(
                                        "endpoints",
                                        List.of(Message.of().with("lb_endpoints", endpoints))));
        return rehash
                ? Health.checked(cluster).with("outlier_detection", Health.outliers())
                : cluster;
    }

    /** Fails at once when none is healthy, instead of trying the sick. */
    private static Message common() {
        return Message.of().with("healthy_panic_threshold", Message.of().with("value", 0));
    }

    private static Message assignment(Outbound outbound, Function<Upstream, Message> group) {
        return Message.of()
                .with("cluster_name", Names.of(outbound))
                .with("endpoints", outbound.upstreams().stream().map(group).toList());
    }

    /** All addresses of one name share its weight. */
    private static Message group(Outbound outbound, Upstream upstream) {
        return Message.of()
                .with("locality", Message.of().with("sub_zone", upstream.name()))
                .with("load_balancing_weight", upstream.weight().orElse(1))
                .with("lb_endpoints", List.of(endpoint(outbound, upstream)));
    }

    private static Message placed(Outbound outbound, Upstream upstream) {
        return endpoint(outbound, upstream)
                .with("load_balancing_weight", upstream.weight().orElse(1))
                .with(
                        "metadata",
                        Message.of()
                                .with(
                                        "filter_metadata",
                                        Message.of()
                                                .with(
                                                        "envoy.lb",
                                                        Message.of()
                                                                .with(
                                                                        "hash_key",
                                                                        upstream.name()))));
    }

    private static Message endpoint(Outbound outbound, Upstream upstream) {
        return Message.of()
                .with(
                        "endpoint",
                        Message.of()
                                .with("hostname", Hostnames.of(outbound, upstream))
                                .with(
                                        "address",
                                        Sockets.address(upstream.host(), upstream.port())));
    }
}
