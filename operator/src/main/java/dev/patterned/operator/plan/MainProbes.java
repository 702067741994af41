package dev.patterned.operator.plan;

import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Inbound;
import dev.patterned.operator.model.ProbeRoutes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPGetActionBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleBuilder;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.LifecycleHandlerBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Main's probes and hooks when callers come only through the ambassador: what the kubelet would ask
 * main it asks the inbound listener that leads there. Validation has refused those without one.
 */
final class MainProbes {
    private MainProbes() {}

    /** The container, whose probes stay as they are where the way in is open. */
    static Container routed(App app, Container main) {
        if (!app.isolation().inbound()) {
            return main;
        }
        var listeners = listeners(app);
        return new ContainerBuilder(main)
                .withLivenessProbe(probe(main.getLivenessProbe(), main, listeners))
                .withReadinessProbe(probe(main.getReadinessProbe(), main, listeners))
                .withStartupProbe(probe(main.getStartupProbe(), main, listeners))
                .withLifecycle(lifecycle(main.getLifecycle(), main, listeners))
                .build();
    }

    private static List<Inbound> listeners(App app) {
        return app.ambassadors().stream()
                .filter(Ambassador.Proxy.class::isInstance)
                .map(Ambassador.Proxy.class::cast)
                .flatMap(proxy -> proxy.inbound().stream())
                .toList();
    }

    private static @Nullable Probe probe(
            @Nullable Probe probe, Container main, List<Inbound> listeners) {
        if (probe == null) {
            return null;
        }
        if (probe.getHttpGet() != null) {
            return new ProbeBuilder(probe)
                    .withHttpGet(http(probe.getHttpGet(), main, listeners))
                    .build();
        }
        if (probe.getGrpc() != null) {
            var listener = ProbeRoutes.grpc(probe.getGrpc().getPort(), listeners).orElseThrow();
            return new ProbeBuilder(probe).editGrpc().withPort(listener.port()).endGrpc().build();
        }
        return probe;
    }

    private static HTTPGetAction http(HTTPGetAction get, Container main, List<Inbound> listeners) {
        var listener = ProbeRoutes.http(get, main, listeners).orElseThrow();
        return new HTTPGetActionBuilder(get).withPort(new IntOrString(listener.port())).build();
    }

    private static @Nullable Lifecycle lifecycle(
            @Nullable Lifecycle lifecycle, Container main, List<Inbound> listeners) {
        return lifecycle == null
                ? null
                : new LifecycleBuilder(lifecycle)
                        .withPostStart(hook(lifecycle.getPostStart(), main, listeners))
                        .withPreStop(hook(lifecycle.getPreStop(), main, listeners))
                        .build();
    }

    private static @Nullable LifecycleHandler hook(
            @Nullable LifecycleHandler hook, Container main, List<Inbound> listeners) {
        return hook == null || hook.getHttpGet() == null
                ? hook
                : new LifecycleHandlerBuilder(hook)
                        .withHttpGet(http(hook.getHttpGet(), main, listeners))
                        .build();
    }
}
