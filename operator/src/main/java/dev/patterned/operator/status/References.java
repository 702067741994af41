package dev.patterned.operator.status;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.WorkloadReference;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.AppService;
import dev.patterned.operator.model.Target;
import dev.patterned.operator.model.Workload;
import dev.patterned.operator.observe.Observation;
import dev.patterned.operator.resources.ResourceLabels;
import dev.patterned.operator.resources.ResourceNames;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a status points at. */
final class References {
    private References() {}

    /** The workload that was seen; null when there is none. */
    static @Nullable WorkloadReference observed(Observation observation) {
        return observation
                .workload()
                .map(it ->
                        new WorkloadReference(
                                it.getApiVersion(), it.getKind(), it.getMetadata().getName()))
                .orElse(null);
    }

    /**
     * The workload of a valid app: also before a cache shows it, so that the status need not be
     * written again when it does. Null when the one of that name is not ours or was refused.
     */
    static @Nullable WorkloadReference workload(
            App app, List<Outcome> outcomes, Observation observation) {
        var own =
                new WorkloadReference(
                        app.workload().apiVersion(),
                        app.workload().kind(),
                        ResourceNames.workload(app.id()));
        if (observation.workload().isPresent()) {
            return own;
        }
        var written =
                outcomes.stream()
                        .filter(outcome -> outcome.label().equals(own.kind() + "/" + own.name()))
                        .anyMatch(outcome ->
                                outcome instanceof Outcome.Applied
                                        || outcome instanceof Outcome.Unchanged);
        return written ? own : null;
    }

    /** The app's own Services, then those that it provides, each once. */
    static List<String> services(App app) {
        var governing =
                app.workload() instanceof Workload.StatefulSet set && !set.governed()
                        ? Stream.of(ResourceNames.governingService(app.id()))
                        : Stream.<String>empty();
        var own = Stream.concat(app.services().stream().map(AppService::name), governing);
        var provided =
                app.dependencies().stream()
                        .map(dependency ->
                                dependency.target() instanceof Target.Service service
                                                && service.provided().isPresent()
                                        ? service.name()
                                        : null)
                        .filter(Objects::nonNull);
        return Stream.concat(own, provided).distinct().toList();
    }

    /** The Pods' selector in the form that the scale subresource wants. */
    static String selector(PatternedApp app) {
        var meta = app.getMetadata();
        var uid = Objects.requireNonNullElse(meta.getUid(), "");
        return ResourceLabels.selector(new AppId(meta.getNamespace(), meta.getName(), uid))
                .entrySet()
                .stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
    }
}
