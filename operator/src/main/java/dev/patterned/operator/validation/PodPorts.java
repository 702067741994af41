package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.Adapter;
import dev.patterned.api.v1alpha1.Ambassador;
import dev.patterned.api.v1alpha1.ContainerPort;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.operator.validation.Subject.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every port that something in the Pod listens on: of containers, of ambassadors' listeners and of
 * metrics adapters.
 */
final class PodPorts {
    private static final String TCP = "TCP";

    private PodPorts() {}

    /**
     * A port.
     *
     * @param owner path of what has it, such as {@code spec.main.ports[0]}
     * @param numberPath path of its number
     * @param name what Services target; null: they cannot
     * @param protocol TCP, UDP or SCTP
     */
    record PodPort(
            String owner, String numberPath, @Nullable String name, int number, String protocol) {
        String key() {
            return number + "/" + protocol;
        }

        /** Path and name, for a message. */
        String label() {
            return name == null ? owner : owner + " (" + name + ")";
        }
    }

    static List<PodPort> of(PatternedAppSpec spec) {
        var ports = new ArrayList<PodPort>();
        for (var container : Subject.containers(spec)) {
            for (var port : located(container.path() + ".ports", container.value().ports())) {
                ports.add(ofContainer(port));
            }
        }
        for (var ambassador : located("spec.ambassadors", spec.ambassadors())) {
            ports.addAll(ofListeners(ambassador));
        }
        for (var adapter : located("spec.adapters", spec.adapters())) {
            ports.addAll(ofMetrics(adapter));
        }
        return ports;
    }

    /** What Services may target, by name; of two with one name the first. */
    static Map<String, PodPort> named(PatternedAppSpec spec) {
        var named = new LinkedHashMap<String, PodPort>();
        for (var port : of(spec)) {
            if (port.name() != null) {
                named.putIfAbsent(port.name(), port);
            }
        }
        return named;
    }

    private static PodPort ofContainer(Located<ContainerPort> port) {
        return new PodPort(
                port.path(),
                port.path() + ".containerPort",
                port.value().name(),
                port.value().containerPort(),
                Defaults.protocol(port.value().protocol()));
    }

    /** Those that go out listen on 127.0.0.1, where no Service reaches them. */
    private static List<PodPort> ofListeners(Located<Ambassador> ambassador) {
        var path = ambassador.path();
        var ports = new ArrayList<PodPort>();
        for (var outbound : located(path + ".outbound", ambassador.value().outbound())) {
            ports.add(listener(outbound.path(), null, outbound.value().port()));
        }
        for (var inbound : located(path + ".inbound", ambassador.value().inbound())) {
            ports.add(listener(inbound.path(), inbound.value().name(), inbound.value().port()));
        }
        return ports;
    }

    private static PodPort listener(String path, @Nullable String name, int number) {
        return new PodPort(path, path + ".port", name, number, TCP);
    }

    private static List<PodPort> ofMetrics(Located<Adapter> adapter) {
        var metrics = adapter.value().metrics();
        if (metrics == null) {
            return List.of();
        }
        var path = adapter.path() + ".metrics";
        var ports = new ArrayList<PodPort>();
        var name = adapter.value().name();
        ports.add(new PodPort(adapter.path(), path + ".port", name, metrics.port(), TCP));
        var statsd = metrics.source().statsd();
        if (statsd != null) {
            var field = path + ".source.statsd.port";
            ports.add(new PodPort(field, field, null, MetricsDefaults.port(statsd), "UDP"));
        }
        return ports;
    }
}
