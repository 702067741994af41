package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.ContainerPort;
import dev.patterned.operator.validation.PodPorts.PodPort;
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
    static final int RESERVED_FIRST = 19000;

    static final int RESERVED_LAST = 19099;

    private PortRules() {}

    static void check(Subject subject, Problems problems) {
        var ports = PodPorts.of(subject.spec());
        twice(ports, problems);
        var named = new ArrayList<Located<String>>();
        for (var port : ports) {
            reserved(port, problems);
            if (port.name() != null) {
                named.add(new Located<>(port.owner(), port.name()));
            }
        }
        NameRules.unique(
                named,
                "PortNameTwice",
                "services[].ports[].target would be ambiguous; rename one",
                problems);
        for (var container : subject.containers()) {
            for (var port : located(container.path() + ".ports", container.value().ports())) {
                ofTheNode(port, problems);
            }
        }
    }

    private static void ofTheNode(Located<ContainerPort> port, Problems problems) {
        if (port.value().hostPort() != null || port.value().hostIP() != null) {
            problems.error(
                    "Forbidden",
                    port.path() + (port.value().hostPort() != null ? ".hostPort" : ".hostIP"),
                    "a port of the node is not the app's to take; publish the port through spec.services");
        }
    }

    private static void twice(List<PodPort> ports, Problems problems) {
        var first = new HashMap<String, PodPort>();
        for (var port : ports) {
            var other = first.putIfAbsent(port.key(), port);
            if (other != null) {
                problems.error(
                        "PortTwice",
                        port.numberPath(),
                        "%s is also %s: two processes of a Pod cannot listen on one port; give one of them another"
                                .formatted(port.key(), other.label()));
            }
        }
    }

    private static void reserved(PodPort port, Problems problems) {
        if (port.number() >= RESERVED_FIRST && port.number() <= RESERVED_LAST) {
            problems.error(
                    "PortReserved",
                    port.numberPath(),
                    "%d: ports %d to %d are the helpers' own (health, status); choose another"
                            .formatted(port.number(), RESERVED_FIRST, RESERVED_LAST));
        }
    }
}
