package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A ring that every shard stays on, whatever becomes of it.
 *
 * <p>A place on Envoy's ring is an address, and a shard whose name does not resolve has none: its
 * keys would go to the others and be lost there when it is back. Names of a StatefulSet's Pods do
 * not resolve while the Pod is not ready, and not yet when everything starts. So the ring leads to
 * a door for each shard, a listener inside Envoy that is always there, and only what is behind the
 * door has a name.
 */
final class FixedRing {
    private FixedRing() {}

    /** The doors, one for each shard. */
    static List<Message> doors(Outbound outbound) {
        return each(
                outbound,
                (door, _) ->
                        Message.of()
                                .with("name", door)
                                .with("internal_listener", Message.of())
                                .with(
                                        "filter_chains",
                                        List.of(
                                                Message.of()
                                                        .with(
                                                                "filters",
                                                                List.of(
                                                                        TcpProxy.filter(
                                                                                door, 1))))));
    }

    /** What is behind each door: one shard, whatever addresses its name has. */
    static List<Message> shards(Outbound outbound) {
        return each(
                outbound,
                (door, upstream) -> {
                    var cluster =
                            OutboundClusters.cluster(door, outbound, "V4_PREFERRED")
                                    .with(
                                            "load_assignment",
                                            Balancing.endpoints(
                                                    door,
                                                    List.of(
                                                            Balancing.endpoint(
                                                                    outbound, upstream))));
                    outbound.tls().ifPresent(tls -> UpstreamSocket.secure(cluster, outbound, tls));
                    return cluster;
                });
    }

    /** The ring: the doors by the names of their shards. */
    static Message cluster(Outbound outbound) {
        var name = Names.of(outbound);
        var places =
                each(
                        outbound,
                        (door, upstream) ->
                                Balancing.placed(
                                        upstream,
                                        Message.of()
                                                .with(
                                                        "endpoint",
                                                        Message.of()
                                                                .with("address", inside(door)))));
        return Balancing.hashed(
                Message.of()
                        .with("name", name)
                        .with("type", "STATIC")
                        .with("connect_timeout", outbound.connectTimeout())
                        .with("load_assignment", Balancing.endpoints(name, places)));
    }

    /** What makes listeners inside Envoy possible. */
    static Message extension() {
        return Message.extension(
                "envoy.bootstrap.internal_listener",
                Message.ofType("envoy.extensions.bootstrap.internal_listener.v3.InternalListener"));
    }

    private static Message inside(String door) {
        return Message.of()
                .with("envoy_internal_address", Message.of().with("server_listener_name", door));
    }

    private static List<Message> each(
            Outbound outbound, BiFunction<String, Upstream, Message> make) {
        var all = new ArrayList<Message>();
        for (var upstream : outbound.upstreams()) {
            all.add(make.apply(Names.of(outbound) + "_shard_" + all.size(), upstream));
        }
        return all;
    }
}
