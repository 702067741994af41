package dev.patterned.operator.plan.envoy;

import java.time.Duration;

/** Which HTTP a cluster speaks. */
final class Protocols {
    private static final String OPTIONS = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

    /**
     * Many servers close an idle connection after 5 s. A request that is sent in just that moment
     * is lost, and not every request may be repeated: so Envoy closes first.
     */
    private static final Duration IDLE = Duration.ofSeconds(4);

    private Protocols() {}

    static Message http1(Message cluster) {
        return with(
                cluster,
                explicit("http_protocol_options", Message.of())
                        .with("common_http_protocol_options", idle()));
    }

    static Message http2(Message cluster) {
        return with(cluster, explicit("http2_protocol_options", Message.of()));
    }

    /** HTTP/2 for requests that came in HTTP/2, else HTTP/1.1. */
    static Message asDownstream(Message cluster) {
        return with(
                cluster,
                Message.ofType(OPTIONS)
                        .with("common_http_protocol_options", idle())
                        .with(
                                "use_downstream_protocol_config",
                                Message.of()
                                        .with("http_protocol_options", Message.of())
                                        .with("http2_protocol_options", Message.of())));
    }

    private static Message explicit(String field, Message options) {
        return Message.ofType(OPTIONS)
                .with("explicit_http_config", Message.of().with(field, options));
    }

    private static Message idle() {
        return Message.of().with("idle_timeout", IDLE);
    }

    private static Message with(Message cluster, Message options) {
        return cluster.with(
                "typed_extension_protocol_options", Message.of().with(OPTIONS, options));
    }
}
