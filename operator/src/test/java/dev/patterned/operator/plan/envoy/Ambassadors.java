package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.Inbound;
import dev.patterned.operator.model.Inbound.InboundProtocol;
import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.HttpOptions;
import dev.patterned.operator.model.Outbound.OutboundProtocol;
import dev.patterned.operator.model.Outbound.Upstream;
import dev.patterned.operator.testing.engines.Ports;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Models of ambassadors: ports are free ones, and what a test does not name is the default. */
final class Ambassadors {
    /** As an app gets them that says nothing. */
    static final HttpOptions HTTP_DEFAULTS =
            new HttpOptions(Optional.of(Duration.ofSeconds(15)), 2, Optional.empty());

    static final HttpOptions GRPC_DEFAULTS = new HttpOptions(Optional.empty(), 2, Optional.empty());

    private Ambassadors() {}

    static Ambassador.Envoy envoy(List<Outbound> outbound, List<Inbound> inbound) {
        return new Ambassador.Envoy(
                "net",
                "envoy",
                null,
                new ResourceRequirements(),
                outbound,
                inbound,
                Ports.free(),
                Ports.free());
    }

    static Outbound outbound(OutboundProtocol protocol, Upstream... upstreams) {
        return outbound(protocol, 1024, upstreams);
    }

    static Outbound outbound(OutboundProtocol protocol, int maxConnections, Upstream... upstreams) {
        return new Outbound(
                "api",
                Ports.free(),
                protocol,
                List.of(upstreams),
                Duration.ofSeconds(1),
                maxConnections,
                Optional.empty());
    }

    static Upstream upstream(String name, int port) {
        return new Upstream(name, "127.0.0.1", port, Optional.empty(), OptionalInt.empty());
    }

    static Upstream weighted(String name, int port, int weight) {
        return new Upstream(name, "127.0.0.1", port, Optional.empty(), OptionalInt.of(weight));
    }

    static OutboundProtocol http() {
        return new OutboundProtocol.Http(HTTP_DEFAULTS);
    }

    static OutboundProtocol http(Duration requestTimeout, int attempts, Duration perTry) {
        return new OutboundProtocol.Http(
                new HttpOptions(Optional.of(requestTimeout), attempts, Optional.of(perTry)));
    }

    static Inbound inbound(InboundProtocol protocol, int targetPort) {
        return new Inbound("web", Ports.free(), protocol, targetPort);
    }

    static Inbound inboundHttp(int trustedHops, int targetPort) {
        return inbound(new InboundProtocol.Http(Optional.empty(), trustedHops), targetPort);
    }
}
