package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Inbound;
import java.util.List;

/** Main, as the inbound listeners see it. */
final class InboundClusters {
    /** How much main takes is main's own business; Envoy's default is 1024. */
    private static final int NO_LIMIT = 1_000_000;

    private InboundClusters() {}

    static List<Message> clusters(Inbound inbound) {
        var name = Names.of(inbound);
        return switch (inbound.protocol()) {
            case Inbound.InboundProtocol.Tcp _ -> List.of(cluster(name, inbound));
            case Inbound.InboundProtocol.Http _ ->
                    List.of(
                            Protocols.http1(cluster(name, inbound)),
                            Protocols.http2(cluster(Names.http2Of(inbound), inbound)));
            case Inbound.InboundProtocol.Grpc _ -> List.of(Protocols.http2(cluster(name, inbound)));
        };
    }

    private static Message cluster(String name, Inbound inbound) {
        return LocalClusters.cluster(name, inbound.targetPort())
                .with("circuit_breakers", Limits.of(NO_LIMIT));
    }
}
