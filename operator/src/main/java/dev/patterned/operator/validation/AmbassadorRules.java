package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.Ambassador;
import dev.patterned.api.v1alpha1.AmbassadorEngine;
import dev.patterned.api.v1alpha1.ContainerPort;
import dev.patterned.api.v1alpha1.Inbound;
import dev.patterned.api.v1alpha1.InboundProtocol;
import dev.patterned.api.v1alpha1.OutboundProtocol;
import dev.patterned.api.v1alpha1.TransportProtocol;
import dev.patterned.operator.validation.Subject.Located;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ambassadors: what one of them may say, what its engine can do, and where callers end up. */
final class AmbassadorRules {
    /** Below it a port needs root or a capability, and an ambassador has neither. */
    private static final int LOWEST_PORT = 1024;

    private AmbassadorRules() {}

    static void check(Subject subject, Problems problems) {
        var outbound = new ArrayList<Located<String>>();
        for (var ambassador : located("spec.ambassadors", subject.spec().ambassadors())) {
            form(ambassador, problems);
            engine(ambassador, problems);
            var path = ambassador.path();
            for (var each : located(path + ".outbound", ambassador.value().outbound())) {
                outbound.add(new Located<>(each.path(), each.value().name()));
                port(each.path(), each.value().port(), problems);
                OutboundRules.check(subject, each, problems);
            }
            NameRules.unique(
                    NameRules.named(path + ".inbound", ambassador.value().inbound(), Inbound::name),
                    "ListenerTwice",
                    "rename one",
                    problems);
            for (var each : located(path + ".inbound", ambassador.value().inbound())) {
                port(each.path(), each.value().port(), problems);
                inbound(subject, each, problems);
            }
        }
        NameRules.unique(
                outbound,
                "ListenerTwice",
                "both would set the same variables NAME_HOST and NAME_PORT; rename one",
                problems);
    }

    private static void form(Located<Ambassador> located, Problems problems) {
        var ambassador = located.value();
        var listens = !ambassador.outbound().isEmpty() || !ambassador.inbound().isEmpty();
        if ((ambassador.custom() != null) == listens) {
            problems.error(
                    "ExactlyOne",
                    located.path(),
                    "ambassador \"%s\" has %s: say either custom, or listeners in outbound or inbound"
                            .formatted(
                                    ambassador.name(),
                                    listens ? "custom and listeners" : "nothing to do"));
        }
        if (ambassador.custom() == null) {
            return;
        }
        listenersOnly(located, "engine", ambassador.engine(), problems);
        listenersOnly(located, "image", ambassador.image(), problems);
        listenersOnly(located, "imagePullPolicy", ambassador.imagePullPolicy(), problems);
        listenersOnly(located, "resources", ambassador.resources(), problems);
    }

    private static void listenersOnly(
            Located<Ambassador> ambassador,
            String field,
            @Nullable Object value,
            Problems problems) {
        if (value != null) {
            problems.error(
                    "CustomAndEngine",
                    ambassador.path() + ".custom",
                    "stands beside %s, which is for listeners that the operator configures: say it inside custom, or leave it out"
                            .formatted(field));
        }
    }

    private static void engine(Located<Ambassador> located, Problems problems) {
        if (located.value().engine() != AmbassadorEngine.TWEMPROXY) {
            return;
        }
        var path = located.path() + ".engine";
        var others =
                located.value().outbound().stream()
                        .filter(each -> each.protocol() != OutboundProtocol.REDIS)
                        .map(each -> each.name())
                        .toList();
        if (!others.isEmpty() || !located.value().inbound().isEmpty()) {
            problems.error(
                    "EngineCannot",
                    path,
                    "Twemproxy speaks Redis, and outbound only: give %s to an ambassador with engine Envoy"
                            .formatted(
                                    others.isEmpty()
                                            ? "inbound listeners"
                                            : String.join(", ", others)));
        }
        for (var each : located.value().outbound()) {
            if (each.tls() != null) {
                problems.error(
                        "EngineCannot",
                        path,
                        "Twemproxy cannot encrypt, but %s says tls: use engine Envoy, or leave tls out where the way is safe"
                                .formatted(each.name()));
            }
        }
    }

    private static void port(String path, int port, Problems problems) {
        if (port < LOWEST_PORT) {
            problems.error(
                    "PortNeedsRoot",
                    path + ".port",
                    "%d is below %d, which only root may listen on, and an ambassador is not root: choose another; a Service may still have port %d and target this listener"
                            .formatted(port, LOWEST_PORT, port));
        }
    }

    private static void inbound(Subject subject, Located<Inbound> located, Problems problems) {
        var inbound = located.value();
        var http = inbound.http();
        if (http != null) {
            if (inbound.protocol() == null || inbound.protocol() == InboundProtocol.TCP) {
                problems.error(
                        "ProtocolCannot",
                        located.path() + ".http",
                        "is for protocol HTTP or GRPC: set the protocol, or leave http out");
            }
            OutboundRules.durationOrNone(
                    located.path() + ".http.requestTimeout", http.requestTimeout(), problems);
        }
        ReferenceRules.mustExist(
                new Located<>(located.path() + ".target", inbound.target()),
                tcp(subject.spec().main().ports()),
                "TargetUnknown",
                "the TCP ports of spec.main.ports",
                problems);
    }

    private static List<String> tcp(List<ContainerPort> ports) {
        return ports.stream()
                .filter(port -> port.protocol() == null || port.protocol() == TransportProtocol.TCP)
                .map(ContainerPort::name)
                .toList();
    }
}
