package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.Upstream;
import dev.patterned.operator.model.Outbound.UpstreamTls;

/** How an upstream is called in the Host header of requests to it. */
final class Hostnames {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Hostnames() {}

    /** With TLS the name that its certificate was asked for; the scheme's own port is left out. */
    static String of(Outbound outbound, Upstream upstream) {
        var host = outbound.tls().map(UpstreamTls::serverName).orElse(upstream.host());
        var usual = outbound.tls().isPresent() ? HTTPS : HTTP;
        var literal = host.contains(":") ? "[" + host + "]" : host;
        return upstream.port() == usual ? literal : literal + ":" + upstream.port();
    }
}
