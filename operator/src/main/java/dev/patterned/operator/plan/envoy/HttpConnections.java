package dev.patterned.operator.plan.envoy;

import java.time.Duration;
import java.util.List;

/** How listeners speak HTTP. */
final class HttpConnections {
    private static final String FILTERS = "envoy.extensions.filters.";

    private HttpConnections() {}

    /** A connection manager as a filter. Nothing is cut for being quiet: streams are. */
    static Message manager(String name, Message details, List<Message> routes, String... removed) {
        var everything =
                Message.of().with("name", "all").withStrings("domains", "*").with("routes", routes);
        var configuration =
                Message.of().with("name", name).with("virtual_hosts", List.of(everything));
        if (removed.length > 0) {
            configuration.withStrings("request_headers_to_remove", removed);
        }
        return Message.extension(
                "envoy.filters.network.http_connection_manager",
                details.with("stat_prefix", name)
                        .with("server_header_transformation", "PASS_THROUGH")
                        .with("generate_request_id", false)
                        .with("stream_idle_timeout", Duration.ZERO)
                        .with("route_config", configuration)
                        .with("http_filters", List.of(router())));
    }

    /** Where the details begin. */
    static Message details() {
        return Message.ofType(FILTERS + "network.http_connection_manager.v3.HttpConnectionManager");
    }

    /** HTTP/1.0 to HTTP/2, and WebSocket. */
    static Message anyVersion() {
        return details()
                .with("codec_type", "AUTO")
                .with(
                        "http_protocol_options",
                        Message.of()
                                .with("accept_http_10", true)
                                // Such a request need not say whom it is for.
                                .with("default_host_for_http_10", "localhost"))
                .with("upgrade_configs", List.of(Message.of().with("upgrade_type", "websocket")));
    }

    /** HTTP/2 alone. */
    static Message http2() {
        return details().with("codec_type", "HTTP2");
    }

    /** Headers of Envoy's own, by which a client would steer it, have no effect. */
    private static Message router() {
        return Message.extension(
                "envoy.filters.http.router",
                Message.ofType(FILTERS + "http.router.v3.Router")
                        .with("suppress_envoy_headers", true));
    }
}
