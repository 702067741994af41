package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.AppService;
import dev.patterned.operator.model.Target;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Services: the app's own, and those that its waits provide. */
final class Services {
    private Services() {}

    /** A Service of the app's own Pods. */
    static Service own(AppId app, AppService service) {
        return new ServiceBuilder()
                .withMetadata(
                        Metadata.of(app, service.name(), service.labels(), service.annotations()))
                .withNewSpecLike(service.options())
                .withSelector(ResourceLabels.selector(app))
                .withPorts(
                        service.ports().stream()
                                .map(port ->
                                        port(
                                                port.name(),
                                                port.port(),
                                                port.targetPort(),
                                                port.protocol(),
                                                port.appProtocol()))
                                .toList())
                .endSpec()
                .build();
    }

    /**
     * The Services that waits provide, one a name; waits on several ports of one Service share it.
     */
    static List<Service> provided(App app) {
        var provided = new LinkedHashMap<String, SortedMap<Integer, Target.Provided>>();
        for (var dependency : app.dependencies()) {
            if (dependency.target() instanceof Target.Service service) {
                service.provided()
                        .ifPresent(each ->
                                provided.computeIfAbsent(service.name(), _ -> new TreeMap<>())
                                        .put(service.port(), each));
            }
        }
        var services = new ArrayList<Service>();
        provided.forEach((name, ports) -> services.add(provided(app.id(), name, ports)));
        return services;
    }

    private static Service provided(
            AppId app, String name, SortedMap<Integer, Target.Provided> ports) {
        var selector = ports.sequencedValues().getFirst().selector();
        return new ServiceBuilder()
                .withMetadata(Metadata.of(app, name))
                .withNewSpec()
                .withType("ClusterIP")
                .withSelector(selector.isEmpty() ? null : selector)
                .withPorts(
                        ports.entrySet().stream()
                                .map(entry ->
                                        port(
                                                "tcp-" + entry.getKey(),
                                                entry.getKey(),
                                                entry.getValue().targetPort(),
                                                "TCP",
                                                null))
                                .toList())
                .endSpec()
                .build();
    }

    /** Always by number: a name would select whichever container of a Pod happens to have it. */
    private static ServicePort port(
            String name, int port, int targetPort, String protocol, @Nullable String appProtocol) {
        return new ServicePortBuilder()
                .withName(name)
                .withPort(port)
                .withTargetPort(new IntOrString(targetPort))
                .withProtocol(protocol)
                .withAppProtocol(appProtocol)
                .build();
    }
}
