package dev.patterned.operator.plan.twemproxy;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.OutboundProtocol;
import dev.patterned.operator.model.Outbound.Upstream;
import java.util.stream.Collectors;

/** What twemproxy reads at its start: YAML in blocks, the only form that it takes. */
public final class TwemproxyConfig {
    /** The file's name. */
    public static final String FILE = "twemproxy.yaml";

    private static final String LOOPBACK = "127.0.0.1";

    private TwemproxyConfig() {}

    /** The whole file: a pool for each listener. */
    public static String yaml(Ambassador.Twemproxy twemproxy) {
        return twemproxy.outbound().stream()
                .map(TwemproxyConfig::pool)
                .collect(Collectors.joining());
    }

    /**
     * One time bounds connecting and answering; what a shard refuses is an error at once. Lost ones
     * are asked again every two seconds.
     */
    private static String pool(Outbound outbound) {
        return """
        out_%s:
          listen: %s
          redis: true
          hash: fnv1a_64
          hash_tag: "{}"
          distribution: ketama
          timeout: %d
          auto_eject_hosts: %b
          server_failure_limit: 3
          server_retry_timeout: 2000
          server_connections: 1
          preconnect: true
          servers:
        """
                        .formatted(
                                outbound.name().replace('-', '_'),
                                quoted(LOOPBACK + ":" + outbound.port()),
                                outbound.connectTimeout().toMillis(),
                                rehash(outbound))
                + outbound.upstreams().stream()
                        .map(TwemproxyConfig::server)
                        .collect(Collectors.joining());
    }

    /** Its place in the ring follows the name, not the address. */
    private static String server(Upstream upstream) {
        var weight = upstream.weight().orElse(1);
        return "  - "
                + quoted(
                        "%s:%d:%d %s"
                                .formatted(
                                        upstream.host(), upstream.port(), weight, upstream.name()))
                + "\n";
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static boolean rehash(Outbound outbound) {
        return switch (outbound.protocol()) {
            case OutboundProtocol.Redis(var rehash) -> rehash;
            case OutboundProtocol.Tcp _, OutboundProtocol.Http _, OutboundProtocol.Grpc _ ->
                    throw new IllegalArgumentException(
                            "twemproxy speaks Redis only: " + outbound.name());
        };
    }
}
