package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.MetricsAdapter;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** PodMonitors, one for each metrics adapter that asks for one. */
final class PodMonitors {
    private PodMonitors() {}

    static List<PodMonitor> podMonitors(App app) {
        return app.adapters().stream()
                .flatMap(adapter ->
                        adapter instanceof MetricsAdapter metrics
                                ? Stream.of(metrics)
                                : Stream.empty())
                .flatMap(adapter ->
                        adapter.monitor().stream()
                                .map(monitor -> podMonitor(app.id(), adapter, monitor)))
                .toList();
    }

    /** Finds native sidecars too: Prometheus discovers the ports of init containers. */
    private static PodMonitor podMonitor(
            AppId app, MetricsAdapter adapter, MetricsAdapter.Monitor monitor) {
        var endpoint = new TreeMap<String, Object>();
        endpoint.put("port", adapter.name());
        monitor.interval().ifPresent(interval -> endpoint.put("interval", interval));
        var podMonitor = new PodMonitor();
        podMonitor.setMetadata(
                Metadata.of(
                        app,
                        ResourceNames.podMonitor(app, adapter.name()),
                        monitor.labels(),
                        Map.of()));
        podMonitor.setSpec(
                new PodMonitor.Spec(
                        new LabelSelectorBuilder()
                                .withMatchLabels(ResourceLabels.selector(app))
                                .build(),
                        List.of(endpoint)));
        return podMonitor;
    }
}
