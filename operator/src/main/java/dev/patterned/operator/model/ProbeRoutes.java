package dev.patterned.operator.model;

import dev.patterned.operator.model.Inbound.InboundProtocol;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which inbound listener leads to what a probe or hook of main asks. The kubelet asks the Pod's
 * address, where under isolation only listeners answer.
 */
public final class ProbeRoutes {
    private ProbeRoutes() {}

    /** For an HTTP request; HTTPS passes only a listener that looks at no bytes. */
    public static Optional<Inbound> http(
            HTTPGetAction get, Container main, List<Inbound> listeners) {
        var secure = "HTTPS".equals(get.getScheme());
        return OpenPort.number(get.getPort(), main)
                .flatMap(port ->
                        route(
                                port,
                                listeners,
                                protocol ->
                                        switch (protocol) {
                                            case InboundProtocol.Tcp _ -> true;
                                            case InboundProtocol.Http _ -> !secure;
                                            case InboundProtocol.Grpc _ -> false;
                                        }));
    }

    /** For a gRPC health check. */
    public static Optional<Inbound> grpc(int port, List<Inbound> listeners) {
        return route(
                port,
                listeners,
                protocol ->
                        switch (protocol) {
                            case InboundProtocol.Tcp _, InboundProtocol.Grpc _ -> true;
                            case InboundProtocol.Http _ -> false;
                        });
    }

    private static Optional<Inbound> route(
            int port, List<Inbound> listeners, Predicate<InboundProtocol> carries) {
        return listeners.stream()
                .filter(it -> it.targetPort() == port && carries.test(it.protocol()))
                .findFirst();
    }
}
