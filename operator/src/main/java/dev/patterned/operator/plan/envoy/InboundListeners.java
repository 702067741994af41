package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Inbound;
import java.time.Duration;
import java.util.List;

/** Where callers reach main. */
final class InboundListeners {
    private static final Duration HEADERS_TIMEOUT = Duration.ofSeconds(10);

    /**
     * How long a caller's connection is kept: with the first answer after that, the caller is asked
     * to open another, which leads to a Pod that stays. Less than main goes on answering when its
     * Pod ends (5 s), so that nobody is left on a connection to a main that has gone. Envoy can
     * also be told of the end itself, but only by a POST, which no hook of the kubelet sends.
     */
    private static final Duration KEPT = Duration.ofSeconds(3);

    /** By these a caller would say who it is. */
    private static final List<String> ORIGIN = List.of("x-forwarded-for", "forwarded", "x-real-ip");

    private InboundListeners() {}

    static Message listener(Inbound inbound) {
        return Listeners.listener(
                        Names.of(inbound),
                        Sockets.address(Sockets.EVERYWHERE, inbound.port()),
                        filter(inbound))
                .with("traffic_direction", "INBOUND");
    }

    private static Message filter(Inbound inbound) {
        var name = Names.of(inbound);
        return switch (inbound.protocol()) {
            case Inbound.InboundProtocol.Tcp _ -> TcpProxy.filter(name, 1);
            case Inbound.InboundProtocol.Http(var timeout, var trustedHops) ->
                    HttpConnections.manager(
                            name,
                            guarded(HttpConnections.anyVersion(), trustedHops),
                            Routes.inbound(inbound, timeout),
                            "x-envoy-external-address");
            case Inbound.InboundProtocol.Grpc(var timeout, var trustedHops) ->
                    HttpConnections.manager(
                            name,
                            guarded(HttpConnections.http2(), trustedHops),
                            Routes.inboundCalls(inbound, timeout),
                            "x-envoy-external-address");
        };
    }

    /** Callers may be anybody. */
    private static Message guarded(Message details, int trustedHops) {
        details.with("use_remote_address", true)
                .with("xff_num_trusted_hops", trustedHops)
                .with("request_headers_timeout", HEADERS_TIMEOUT)
                .with("http2_protocol_options", modestHttp2())
                .with(
                        "common_http_protocol_options",
                        Message.of().with("max_connection_duration", KEPT))
                // Says so in an answer first: closing it unasked would meet the next request.
                .with("http1_safe_max_connection_duration", true);
        return trustedHops > 0
                ? details
                : details.with("early_header_mutation_extensions", List.of(withoutOrigin()));
    }

    /** Envoy's own limits leave a single caller gigabytes. */
    private static Message modestHttp2() {
        return Message.of()
                .with("max_concurrent_streams", 1000)
                .with("initial_stream_window_size", 1 << 16)
                .with("initial_connection_window_size", 1 << 20);
    }

    /** Before Envoy adds the peer's address, which is the only one that is known. */
    private static Message withoutOrigin() {
        var removals = ORIGIN.stream().map(header -> Message.of().with("remove", header));
        return Message.extension(
                "envoy.http.early_header_mutation.header_mutation",
                Message.ofType(
                                "envoy.extensions.http.early_header_mutation.header_mutation.v3"
                                        + ".HeaderMutation")
                        .with("mutations", removals.toList()));
    }
}
