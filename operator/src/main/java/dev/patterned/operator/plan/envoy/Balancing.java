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
     * By the key's place in a ring, which follows the upstreams' names. One that is lost leaves the
     * ring, and the others take its keys.
     */
    static Message ring(Message cluster, Outbound outbound) {
        var places =
                outbound.upstreams().stream()
                        .map(it -> placed(it, endpoint(outbound, it)))
                        .toList();
        hashed(cluster).with("load_assignment", endpoints(Names.of(outbound), places));
        return Health.checked(cluster).with("outlier_detection", Health.outliers());
    }

    static Message hashed(Message cluster) {
        return cluster.with("lb_policy", "RING_HASH")
                .with(
                        "ring_hash_lb_config",
                        Message.of()
                                .with("minimum_ring_size", SMALLEST_RING)
                                .with("hash_function", "XX_HASH"))
                .with("common_lb_config", common());
    }

    static Message endpoints(String cluster, List<Message> endpoints) {
        return Message.of()
                .with("cluster_name", cluster)
                .with("endpoints", List.of(Message.of().with("lb_endpoints", endpoints)));
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

    static Message placed(Upstream upstream, Message endpoint) {
        return endpoint.with("load_balancing_weight", upstream.weight().orElse(1))
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

    static Message endpoint(Outbound outbound, Upstream upstream) {
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
