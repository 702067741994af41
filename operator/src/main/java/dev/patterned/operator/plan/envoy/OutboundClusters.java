package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.OutboundProtocol;
import java.time.Duration;

/** The upstreams of an outbound listener. */
final class OutboundClusters {
    private OutboundClusters() {}

    static Message cluster(Outbound outbound) {
        var cluster =
                switch (outbound.protocol()) {
                    case OutboundProtocol.Tcp _ ->
                            Balancing.shared(cluster(outbound, "ALL"), outbound);
                    case OutboundProtocol.Http _ ->
                            Protocols.asDownstream(
                                    Balancing.shared(cluster(outbound, "ALL"), outbound));
                    case OutboundProtocol.Grpc _ ->
                            Protocols.http2(Balancing.shared(cluster(outbound, "ALL"), outbound));
                    // One address for each place in the ring.
                    case OutboundProtocol.Redis(var rehash) ->
                            Balancing.ring(cluster(outbound, "V4_PREFERRED"), outbound, rehash);
                };
        outbound.tls().ifPresent(tls -> UpstreamSocket.secure(cluster, outbound, tls));
        return cluster;
    }

    private static Message cluster(Outbound outbound, String families) {
        return Message.of()
                .with("name", Names.of(outbound))
                .with("cluster_type", names(families))
                .with("connect_timeout", outbound.connectTimeout())
                .with("circuit_breakers", Limits.of(outbound.maxConnections()))
                .with(
                        "upstream_connection_options",
                        Message.of().with("tcp_keepalive", Sockets.keepAlive()));
    }

    /** Every address that a name has, asked for as often as its answer says. */
    private static Message names(String families) {
        var dns =
                Message.ofType("envoy.extensions.clusters.dns.v3.DnsCluster")
                        .with("dns_lookup_family", families)
                        .with("respect_dns_ttl", true)
                        .with("dns_refresh_rate", Duration.ofSeconds(5))
                        .with(
                                "dns_failure_refresh_rate",
                                Message.of()
                                        .with("base_interval", Duration.ofSeconds(1))
                                        .with("max_interval", Duration.ofSeconds(10)));
        return Message.extension("envoy.clusters.dns", dns);
    }
}
