package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.Adapter;
import dev.patterned.api.v1alpha1.ContainerPort;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.UserContainer;
import dev.patterned.operator.validation.Subject.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every port that something in the Pod listens on, said by the user in whatever form. */
final class PodPorts {
    private PodPorts() {}

    /**
     * A port.
     *
     * @param owner path of what has it
     * @param numberField path of its number
     * @param name by which Services find it; empty: they do not
     * @param protocol TCP, UDP or SCTP
     */
    record PodPort(String owner, String numberField, String name, int number, String protocol) {
        String key() {
            return number + "/" + protocol;
        }
    }

    static List<PodPort> of(PatternedAppSpec spec) {
        var ports = new ArrayList<PodPort>();
        for (var container : Subject.containers(spec)) {
            ports.addAll(of(container));
        }
        for (var adapter : located("spec.adapters", spec.adapters())) {
            ports.addAll(ofMetrics(adapter));
        }
        return ports;
    }

    /** Those that a Service can target. */
    static Stream<PodPort> named(PatternedAppSpec spec) {
        return of(spec).stream().filter(port -> !port.name().isEmpty());
    }

    private static List<PodPort> of(Located<UserContainer> container) {
        return located(container.path() + ".ports", container.value().ports()).stream()
                .map(PodPorts::ofContainer)
                .toList();
    }

    private static PodPort ofContainer(Located<ContainerPort> port) {
        return new PodPort(
                port.path(),
                port.path() + ".containerPort",
                port.value().name(),
                port.value().containerPort(),
                Defaults.protocol(port.value().protocol()));
    }

    private static List<PodPort> ofMetrics(Located<Adapter> adapter) {
        var metrics = adapter.value().metrics();
        if (metrics == null) {
            return List.of();
        }
        var path = adapter.path() + ".metrics";
        var ports = new ArrayList<PodPort>();
        ports.add(
                new PodPort(
                        adapter.path(),
                        path + ".port",
                        adapter.value().name(),
                        metrics.port(),
                        "TCP"));
        var statsd = metrics.source().statsd();
        if (statsd != null) {
            var field = path + ".source.statsd.port";
            ports.add(new PodPort(field, field, "", MetricsDefaults.port(statsd), "UDP"));
        }
        return ports;
    }
}
