package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.operator.model.Inbound;
import dev.patterned.operator.model.Inbound.InboundProtocol;
import dev.patterned.operator.model.ProbeRoutes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Main's probes and hooks when callers reach it only through the ambassador. The kubelet asks the
 * Pod's address, as callers do, so the plan sends them to the listener that leads to their port;
 * here those are refused that no listener could answer for.
 */
final class ProbeRules {
    private static final String CODE = "ProbeCannotReachMain";

    private final Container main;
    private final List<Inbound> listeners;
    private final Problems problems;

    private ProbeRules(Container main, List<Inbound> listeners, Problems problems) {
        this.main = main;
        this.listeners = listeners;
        this.problems = problems;
    }

    static void check(Subject subject, Problems problems) {
        if (!Isolations.of(subject.spec().isolation()).inbound()) {
            return;
        }
        var main = subject.spec().main();
        var rules =
                new ProbeRules(
                        Containers.of(subject.mainName(), main),
                        listeners(subject.spec()),
                        problems);
        rules.probe("livenessProbe", main.livenessProbe());
        rules.probe("readinessProbe", main.readinessProbe());
        rules.probe("startupProbe", main.startupProbe());
        if (main.lifecycle() != null) {
            rules.hook("lifecycle.postStart", main.lifecycle().getPostStart());
            rules.hook("lifecycle.preStop", main.lifecycle().getPreStop());
        }
    }

    /** Only what leads somewhere; options of a listener are no matter here. */
    private static List<Inbound> listeners(PatternedAppSpec spec) {
        var ports = PodPorts.named(spec);
        return spec.ambassadors().stream()
                .flatMap(ambassador -> ambassador.inbound().stream())
                .filter(own -> ports.containsKey(own.target()))
                .map(own ->
                        new Inbound(
                                own.name(),
                                own.port(),
                                protocol(own),
                                Objects.requireNonNull(ports.get(own.target())).number()))
                .toList();
    }

    private static InboundProtocol protocol(dev.patterned.api.v1alpha1.Inbound own) {
        return switch (Objects.requireNonNullElse(own.protocol(), Defaults.INBOUND_PROTOCOL)) {
            case TCP -> new InboundProtocol.Tcp();
            case HTTP -> new InboundProtocol.Http(Optional.empty(), 0);
            case GRPC -> new InboundProtocol.Grpc(Optional.empty(), 0);
        };
    }

    private void probe(String name, @Nullable Probe probe) {
        var path = "spec.main." + name;
        if (probe == null) {
            return;
        }
        if (probe.getHttpGet() != null) {
            http(path, probe.getHttpGet());
        }
        if (probe.getGrpc() != null) {
            var port = probe.getGrpc().getPort();
            if (ProbeRoutes.grpc(port, listeners).isEmpty()) {
                refuse(path + ".grpc.port", "no inbound listener carries gRPC to port " + port);
            }
        }
        if (probe.getTcpSocket() != null) {
            refuse(
                    path + ".tcpSocket",
                    "the ambassador accepts a connection before main does, so that it would always pass");
        }
    }

    private void hook(String name, @Nullable LifecycleHandler hook) {
        if (hook != null && hook.getHttpGet() != null) {
            http("spec.main." + name, hook.getHttpGet());
        }
    }

    private void http(String path, HTTPGetAction get) {
        if (ProbeRoutes.http(get, main, listeners).isEmpty()) {
            refuse(
                    path + ".httpGet.port",
                    "no inbound listener carries %s to port %s"
                            .formatted(
                                    "HTTPS".equals(get.getScheme()) ? "HTTPS" : "HTTP",
                                    get.getPort().getValue()));
        }
    }

    private void refuse(String path, String why) {
        problems.error(
                CODE,
                path,
                "with isolation.inbound: Ambassador the kubelet reaches main only through an inbound listener, and %s: add one that does, or use httpGet or exec"
                        .formatted(why));
    }
}
