package dev.patterned.operator.status;

import dev.patterned.api.v1alpha1.HelperStatus;
import dev.patterned.api.v1alpha1.HelperType;
import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.observe.ContainerProblems;
import dev.patterned.operator.observe.ContainerView;
import dev.patterned.operator.observe.PodProblem;
import dev.patterned.operator.observe.PodView;
import dev.patterned.operator.observe.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row for each helper that is a container of the user's app: tailers, ambassadors, adapters,
 * sidecars, tasks.
 */
final class HelperRows {
    /** The CRD's bound on a row's message. */
    private static final int MESSAGE = 1024;

    private HelperRows() {}

    /** In the order of the spec: tailers, ambassadors, adapters, sidecars, tasks. */
    static List<HelperStatus> of(App app, List<PodView> pods) {
        var active = pods.stream().filter(PodView::active).toList();
        return Stream.of(
                        app.logTailers().stream()
                                .map(it -> row(it.name(), HelperType.LOG_TAILER, active)),
                        app.ambassadors().stream()
                                .map(it ->
                                        row(it.name(), HelperType.AMBASSADOR, active, shards(it))),
                        app.adapters().stream()
                                .map(it -> row(it.name(), HelperType.ADAPTER, active)),
                        app.sidecars().stream()
                                .map(it -> row(it.name(), HelperType.SIDECAR, active)),
                        app.initTasks().stream()
                                .map(it -> row(it.name(), HelperType.INIT_CONTAINER, active)))
                .flatMap(rows -> rows)
                .toList();
    }

    /** What places on rings follow; another set of these is another place for some keys. */
    private static List<String> shards(Ambassador ambassador) {
        return ambassador.outbound().stream()
                .filter(it -> it.protocol() instanceof Outbound.OutboundProtocol.Redis)
                .flatMap(it -> it.upstreams().stream().map(shard -> it.name() + "/" + name(shard)))
                .sorted()
                .toList();
    }

    private static String name(Outbound.Upstream shard) {
        var weight = shard.weight().orElse(1);
        return weight == 1 ? shard.name() : shard.name() + " (weight " + weight + ")";
    }

    private static HelperStatus row(String name, HelperType type, List<PodView> pods) {
        return row(name, type, pods, List.of());
    }

    private static HelperStatus row(
            String name, HelperType type, List<PodView> pods, List<String> shards) {
        var containers = pods.stream().flatMap(pod -> pod.container(name).stream()).toList();
        var worst =
                containers.stream()
                        .flatMap(container -> ContainerProblems.worst(container).stream())
                        .min(Comparator.comparing(PodProblem::kind));
        return new HelperStatus(
                name,
                type,
                (int) containers.stream().filter(ContainerView::ready).count(),
                containers.size(),
                worst.map(it -> Reasons.of(it.kind())).orElse(null),
                worst.map(it -> Wording.cut(it.sentence(), MESSAGE)).orElse(null),
                shards);
    }
}
