package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.OutboundProtocol;
import java.util.List;

/** Where main reaches the outside. */
final class OutboundListeners {
    /**
     * After three failures an upstream is left out for a while: one attempt more than that finds
     * another one.
     */
    private static final int ATTEMPTS = 4;

    /** What Envoy would tell the upstream of how it was called itself. */
    private static final String[] TRACES = {"x-forwarded-proto", "x-envoy-expected-rq-timeout-ms"};

    private OutboundListeners() {}

    static Message listener(Outbound outbound) {
        return Listeners.listener(
                        Names.of(outbound),
                        Sockets.address(Sockets.LOOPBACK, outbound.port()),
                        filter(outbound))
                .with("traffic_direction", "OUTBOUND");
    }

    /** What the listener needs inside Envoy. */
    static List<Message> inside(Outbound outbound) {
        return outbound.protocol() instanceof OutboundProtocol.Redis(var rehash) && !rehash
                ? FixedRing.doors(outbound)
                : List.of();
    }

    private static Message filter(Outbound outbound) {
        var name = Names.of(outbound);
        return switch (outbound.protocol()) {
            case OutboundProtocol.Tcp _ -> TcpProxy.filter(name, ATTEMPTS);
            case OutboundProtocol.Http(var options) ->
                    HttpConnections.manager(
                            name,
                            HttpConnections.anyVersion(),
                            Routes.outbound(name, options),
                            TRACES);
            case OutboundProtocol.Grpc(var options) ->
                    HttpConnections.manager(
                            name,
                            HttpConnections.http2(),
                            Routes.outboundCalls(name, options),
                            TRACES);
            case OutboundProtocol.Redis _ -> RedisProxy.filter(name);
        };
    }
}
