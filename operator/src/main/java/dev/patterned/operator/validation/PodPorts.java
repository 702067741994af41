package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.ContainerPort;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every port that somebody in the Pod listens on: of containers, and of ambassadors' listeners. */
final class PodPorts {
    private PodPorts() {}

    /**
     * A port.
     *
     * @param path of its entry, such as {@code spec.main.ports[0]}
     * @param field of the number in it
     * @param name what Services target; null for a listener on 127.0.0.1
     * @param protocol TCP, UDP or SCTP
     */
    record PodPort(String path, String field, @Nullable String name, int number, String protocol) {
        String numberPath() {
            return path + "." + field;
        }

        /** Path and name, for a message. */
        String label() {
            return name == null ? path : path + " (" + name + ")";
        }
    }

    static List<PodPort> all(PatternedAppSpec spec) {
        var ports = new ArrayList<PodPort>();
        containers("spec.main", spec.main().ports(), ports);
        for (var sidecar : located("spec.sidecars", spec.sidecars())) {
            containers(sidecar.path(), sidecar.value().ports(), ports);
        }
        for (var ambassador : located("spec.ambassadors", spec.ambassadors())) {
            var path = ambassador.path();
            var custom = ambassador.value().custom();
            if (custom != null) {
                containers(path + ".custom", custom.ports(), ports);
            }
            for (var each : located(path + ".outbound", ambassador.value().outbound())) {
                ports.add(new PodPort(each.path(), "port", null, each.value().port(), "TCP"));
            }
            for (var each : located(path + ".inbound", ambassador.value().inbound())) {
                var inbound = each.value();
                ports.add(new PodPort(each.path(), "port", inbound.name(), inbound.port(), "TCP"));
            }
        }
        return ports;
    }

    /** What Services may target, by name; of two with one name the first. */
    static Map<String, PodPort> named(PatternedAppSpec spec) {
        var named = new LinkedHashMap<String, PodPort>();
        for (var port : all(spec)) {
            if (port.name() != null) {
                named.putIfAbsent(port.name(), port);
            }
        }
        return named;
    }

    private static void containers(
            String container, List<ContainerPort> declared, List<PodPort> ports) {
        for (var port : located(container + ".ports", declared)) {
            ports.add(
                    new PodPort(
                            port.path(),
                            "containerPort",
                            port.value().name(),
                            port.value().containerPort(),
                            Defaults.protocol(port.value().protocol())));
        }
    }
}
