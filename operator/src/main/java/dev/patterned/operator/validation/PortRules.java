package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.ContainerPort;
import dev.patterned.operator.validation.Subject.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Ports of the whole Pod. All containers share one network namespace; the API server only warns
 * about a port that two of them claim (Kubernetes, "Pod networking").
 */
final class PortRules {
    /** First and last port of the block that the operator's own helpers use. */
    private static final int RESERVED_FIRST = 19000;

    private static final int RESERVED_LAST = 19099;

    private PortRules() {}

    static void check(Subject subject, Problems problems) {
        var ports = all(subject);
        twice(ports, problems);
        NameRules.unique(
                ports.stream()
                        .map(port -> new Located<>(port.path(), port.value().name()))
                        .toList(),
                "PortNameTwice",
                "services[].ports[].target would be ambiguous; rename one",
                problems);
        for (var port : ports) {
            reserved(port, problems);
            if (port.value().hostPort() != null || port.value().hostIP() != null) {
                problems.error(
                        "Forbidden",
                        port.path() + (port.value().hostPort() != null ? ".hostPort" : ".hostIP"),
                        "a port of the node is not the app's to take; publish the port through spec.services");
            }
        }
    }

    /** Every declared port of the Pod, with its path. */
    static List<Located<ContainerPort>> all(Subject subject) {
        var ports = new ArrayList<Located<ContainerPort>>();
        for (var container : subject.containers()) {
            ports.addAll(located(container.path() + ".ports", container.value().ports()));
        }
        return ports;
    }

    private static void twice(List<Located<ContainerPort>> ports, Problems problems) {
        var first = new HashMap<String, Located<ContainerPort>>();
        for (var port : ports) {
            var key =
                    port.value().containerPort() + "/" + Defaults.protocol(port.value().protocol());
            var other = first.putIfAbsent(key, port);
            if (other != null) {
                problems.error(
                        "PortTwice",
                        port.path() + ".containerPort",
                        "%s is also %s (%s): two processes of a Pod cannot listen on one port; give one of them another"
                                .formatted(key, other.path(), other.value().name()));
            }
        }
    }

    private static void reserved(Located<ContainerPort> port, Problems problems) {
        var number = port.value().containerPort();
        if (number >= RESERVED_FIRST && number <= RESERVED_LAST) {
            problems.error(
                    "PortReserved",
                    port.path() + ".containerPort",
                    "%d: ports %d to %d are the helpers' own (health, status); choose another"
                            .formatted(number, RESERVED_FIRST, RESERVED_LAST));
        }
    }
}
