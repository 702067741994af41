package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.OutboundProtocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The upstreams of an outbound listener. */
final class OutboundClusters {
    private OutboundClusters() {}

    static List<Message> clusters(Outbound outbound) {
        return switch (outbound.protocol()) {
            case OutboundProtocol.Tcp _ ->
                    List.of(secured(Balancing.shared(all(outbound), outbound), outbound));
            case OutboundProtocol.Http _ ->
                    List.of(
                            secured(
                                    Protocols.asDownstream(
                                            Balancing.shared(all(outbound), outbound)),
                                    outbound));
            case OutboundProtocol.Grpc _ ->
                    List.of(
                            secured(
                                    Protocols.http2(Balancing.shared(all(outbound), outbound)),
                                    outbound));
            case OutboundProtocol.Redis(var rehash) ->
                    rehash ? ring(outbound) : fixedRing(outbound);
        };
    }

    private static List<Message> ring(Outbound outbound) {
        // One address for each place in the ring.
        var cluster = cluster(Names.of(outbound), outbound, "V4_PREFERRED");
        return List.of(secured(Balancing.ring(cluster, outbound), outbound));
    }

    private static List<Message> fixedRing(Outbound outbound) {
        var clusters = new ArrayList<Message>();
        clusters.add(FixedRing.cluster(outbound));
        clusters.addAll(FixedRing.shards(outbound));
        return clusters;
    }

    private static Message secured(Message cluster, Outbound outbound) {
        outbound.tls().ifPresent(tls -> UpstreamSocket.secure(cluster, outbound, tls));
        return cluster;
    }

    private static Message all(Outbound outbound) {
        return cluster(Names.of(outbound), outbound, "ALL");
    }

    static Message cluster(String name, Outbound outbound, String families) {
        return Message.of()
                .with("name", name)
                .with("cluster_type", names(families))
                .with("connect_timeout", outbound.connectTimeout())
                .with("circuit_breakers", Limits.of(outbound.maxConnections()))
                .with(
                        "upstream_connection_options",
                        Message.of().with("tcp_keepalive", Sockets.keepAlive()));
    }

    /**
     * Every address that a name has, asked for as often as its answer says. One that has none yet
     * is asked for each second: a wait on the upstreams ends when Envoy has found them too.
     */
    private static Message names(String families) {
        var dns =
                Message.ofType("envoy.extensions.clusters.dns.v3.DnsCluster")
                        .with("dns_lookup_family", families)
                        .with("respect_dns_ttl", true)
                        .with("dns_refresh_rate", Duration.ofSeconds(5))
                        .with(
                                "dns_failure_refresh_rate",
                                Message.of()
                                        .with("base_interval", Duration.ofMillis(500))
                                        .with("max_interval", Duration.ofSeconds(1)));
        return Message.extension("envoy.clusters.dns", dns);
    }
}
