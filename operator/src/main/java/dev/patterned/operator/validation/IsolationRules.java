package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.Ambassador;
import dev.patterned.api.v1alpha1.ContainerPort;
import dev.patterned.operator.model.Isolation;
import java.util.stream.Collectors;

/** Whether the ambassadors that an isolated app has can be its only way in and out. */
final class IsolationRules {
    private static final String INBOUND = "spec.isolation.inbound";
    private static final String OUTBOUND = "spec.isolation.outbound";

    private IsolationRules() {}

    static void check(Subject subject, Problems problems) {
        var isolation = Isolations.of(subject.spec().isolation());
        if (isolation.inbound()) {
            inbound(subject, problems);
            services(subject, problems);
        }
        if (isolation.outbound()) {
            outbound(subject, isolation, problems);
        }
        if (!isolation.any() && isolation.enforcement() == Isolation.Enforcement.NETFILTER) {
            problems.warning(
                    "NothingIsolated",
                    "spec.isolation.enforcement",
                    "Netfilter has nothing to enforce: set isolation.inbound or isolation.outbound to Ambassador, or leave isolation out");
        }
    }

    /** Of a custom ambassador nobody knows what it listens on, but for the ports it declares. */
    private static void inbound(Subject subject, Problems problems) {
        var some =
                subject.spec().ambassadors().stream()
                        .anyMatch(it ->
                                !it.inbound().isEmpty()
                                        || (it.custom() != null && !it.custom().ports().isEmpty()));
        if (!some) {
            problems.error(
                    "IsolationWithoutListener",
                    INBOUND,
                    "Ambassador, but no ambassador has an inbound listener (or, custom, a port), so nobody would reach main: add one, or set inbound: Open");
        }
    }

    private static void outbound(Subject subject, Isolation isolation, Problems problems) {
        var ambassadors = subject.spec().ambassadors();
        if (ambassadors.isEmpty()) {
            problems.error(
                    "IsolationWithoutAmbassador",
                    OUTBOUND,
                    "Ambassador, but there is none, so main would reach nobody: add it to spec.ambassadors, or set outbound: Open");
        }
        if (isolation.enforcement() == Isolation.Enforcement.NETFILTER) {
            return;
        }
        for (var ambassador : ambassadors) {
            if (ambassador.custom() != null) {
                problems.error(
                        "PolicyUnknown",
                        OUTBOUND,
                        "nothing says where the custom ambassador \"%s\" connects to, so no NetworkPolicy can let it: set enforcement: Netfilter, or outbound: Open"
                                .formatted(ambassador.name()));
            }
        }
    }

    /** What leads to main past the ambassador would only look as if it did. */
    private static void services(Subject subject, Problems problems) {
        var ports =
                subject.spec().main().ports().stream()
                        .map(ContainerPort::name)
                        .collect(Collectors.toSet());
        for (var service : located("spec.services", subject.spec().services())) {
            for (var port : located(service.path() + ".ports", service.value().ports())) {
                var target = ServiceRules.target(port.value());
                if (ports.contains(target)) {
                    problems.error(
                            "ServicePastAmbassador",
                            port.path() + (port.value().target() == null ? ".name" : ".target"),
                            "\"%s\" is a port of main, which nobody reaches with isolation.inbound: Ambassador: target %s"
                                    .formatted(target, listenersTo(subject, target)));
                }
            }
        }
    }

    private static String listenersTo(Subject subject, String target) {
        var names =
                subject.spec().ambassadors().stream()
                        .flatMap((Ambassador it) -> it.inbound().stream())
                        .filter(it -> it.target().equals(target))
                        .map(it -> "\"" + it.name() + "\"")
                        .collect(Collectors.joining(" or "));
        return names.isEmpty() ? "an inbound listener that leads there" : names;
    }
}
