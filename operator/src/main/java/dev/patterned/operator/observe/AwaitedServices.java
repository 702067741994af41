package dev.patterned.operator.observe;

import dev.patterned.api.v1alpha1.Dependency;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.ServiceCondition;
import dev.patterned.api.v1alpha1.Upstream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Services of the own namespace that something must answer behind before a wait ends. Pure. */
public final class AwaitedServices {
    private static final int AFTER_NAMESPACE = 2;
    private static final int AFTER_POD_AND_NAMESPACE = 3;

    private AwaitedServices() {}

    /**
     * Their names, however the wait names them; empty where it only asks for a name, and for hosts
     * that are no Service of this namespace.
     *
     * @param spec the spec that the wait belongs to; it may be one that is refused
     */
    public static List<String> of(Dependency wait, PatternedAppSpec spec, String namespace) {
        var service = wait.service();
        if (service != null) {
            return service.condition() == ServiceCondition.EXISTS
                    ? List.of()
                    : List.of(service.name());
        }
        return Stream.concat(host(wait).stream(), upstreamHosts(wait, spec))
                .flatMap(host -> service(host, namespace).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> host(Dependency wait) {
        if (wait.tcp() != null) {
            return Optional.of(wait.tcp().host());
        }
        if (wait.grpc() != null) {
            return Optional.of(wait.grpc().host());
        }
        return Optional.ofNullable(wait.http()).flatMap(http -> hostOf(http.url()));
    }

    private static Optional<String> hostOf(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost());
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Stream<String> upstreamHosts(Dependency wait, PatternedAppSpec spec) {
        var outbound = wait.outbound();
        return outbound == null
                ? Stream.empty()
                : spec.ambassadors().stream()
                        .flatMap(ambassador -> ambassador.outbound().stream())
                        .filter(listener -> listener.name().equals(outbound.name()))
                        .flatMap(listener -> listener.upstreams().stream())
                        .map(AwaitedServices::host)
                        .filter(Objects::nonNull);
    }

    private static @Nullable String host(Upstream upstream) {
        return upstream.service() != null ? upstream.service().name() : upstream.host();
    }

    /**
     * The Service that a host name means in a Pod of this namespace. A name of two labels whose
     * second is not the namespace may be a Service elsewhere or a Pod here; it counts as elsewhere.
     */
    static Optional<String> service(String host, String namespace) {
        var labels = List.of(host.split("\\."));
        if (labels.size() == 1) {
            return Optional.of(host);
        }
        if (labels.size() == AFTER_NAMESPACE || isService(labels, AFTER_NAMESPACE)) {
            return at(labels, 0, namespace);
        }
        // A Pod with a name of its own behind a headless Service.
        return isService(labels, AFTER_POD_AND_NAMESPACE)
                ? at(labels, 1, namespace)
                : Optional.empty();
    }

    private static boolean isService(List<String> labels, int at) {
        return labels.size() > at && labels.get(at).equals("svc");
    }

    private static Optional<String> at(List<String> labels, int service, String namespace) {
        return labels.get(service + 1).equals(namespace)
                ? Optional.of(labels.get(service))
                : Optional.empty();
    }
}
