package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A port of the Pod that the outside may reach although main may not be reached.
 *
 * @param protocol TCP, UDP or SCTP
 */
public record OpenPort(int port, String protocol) implements Comparable<OpenPort> {
    private static final String TCP = "TCP";

    @Override
    public int compareTo(OpenPort other) {
        return Comparator.comparingInt(OpenPort::port)
                .thenComparing(OpenPort::protocol)
                .compare(this, other);
    }

    /**
     * The inbound listeners, the status ports of ambassadors and log adapters, metrics, what the
     * app's own Services target (validation lets none target main), and what the kubelet asks the
     * user's own helpers.
     */
    public static SortedSet<OpenPort> of(App app) {
        var open = new TreeSet<OpenPort>();
        for (var ambassador : app.ambassadors()) {
            switch (ambassador) {
                case Ambassador.Proxy proxy -> {
                    proxy.inbound().forEach(it -> open.add(new OpenPort(it.port(), TCP)));
                    open.add(new OpenPort(proxy.statusPort(), TCP));
                }
                case Ambassador.Custom custom -> probed(custom.container()).forEach(open::add);
            }
        }
        for (var adapter : app.adapters()) {
            switch (adapter) {
                case LogAdapter logs -> open.add(new OpenPort(logs.healthPort(), TCP));
                case MetricsAdapter metrics -> open.add(new OpenPort(metrics.port(), TCP));
                case CustomAdapter custom -> probed(custom.container()).forEach(open::add);
            }
        }
        app.sidecars().forEach(it -> probed(it.container()).forEach(open::add));
        app.services().stream()
                .flatMap(service -> service.ports().stream())
                .forEach(port -> open.add(new OpenPort(port.targetPort(), port.protocol())));
        return open;
    }

    private static Stream<OpenPort> probed(Container container) {
        return Stream.of(
                        container.getLivenessProbe(),
                        container.getReadinessProbe(),
                        container.getStartupProbe())
                .filter(Objects::nonNull)
                .flatMap(probe -> asked(probe, container).stream())
                .map(port -> new OpenPort(port, TCP));
    }

    private static Optional<Integer> asked(Probe probe, Container container) {
        if (probe.getGrpc() != null) {
            return Optional.of(probe.getGrpc().getPort());
        }
        if (probe.getHttpGet() != null) {
            return number(probe.getHttpGet().getPort(), container);
        }
        return probe.getTcpSocket() == null
                ? Optional.empty()
                : number(probe.getTcpSocket().getPort(), container);
    }

    /** The number behind a number, or behind the name of a port of that container. */
    static Optional<Integer> number(IntOrString port, Container container) {
        if (port.getStrVal() == null) {
            return Optional.of(port.getIntVal());
        }
        return container.getPorts().stream()
                .filter(it -> port.getStrVal().equals(it.getName()))
                .map(ContainerPort::getContainerPort)
                .findFirst();
    }
}
