package dev.patterned.operator.observe;

import dev.patterned.api.v1alpha1.OnTimeout;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import dev.patterned.api.v1alpha1.WorkloadKind;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.Dependency;
import dev.patterned.operator.model.Target;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What an app's waits are about, seen from the operator. Pure: a function of the neighbourhood. */
public final class Awaiting {
    private final Neighbourhood neighbourhood;
    private final AppId app;

    private Awaiting(Neighbourhood neighbourhood, AppId app) {
        this.neighbourhood = neighbourhood;
        this.app = app;
    }

    /** What is to be said of each target that is not only the Pod's to look at. */
    public static Map<Target, Awaited> of(App app, Neighbourhood neighbourhood) {
        var awaiting = new Awaiting(neighbourhood, app.id());
        var all = new HashMap<Target, Awaited>();
        for (var dependency : app.dependencies()) {
            var awaited = awaiting.look(dependency);
            if (!awaited.equals(Awaited.UNSEEN)) {
                // Of two waits for one thing the one that gives up cannot close a circle.
                all.merge(
                        dependency.target(), awaited, (one, other) -> one.blocked() ? one : other);
            }
        }
        return Map.copyOf(all);
    }

    private Awaited look(Dependency dependency) {
        var target = dependency.target();
        var seen =
                switch (target) {
                    case Target.Job(var name) ->
                            AwaitedJob.of(name, neighbourhood.job(name).orElse(null));
                    case Target.App(var name) -> app(name);
                    case Target.Service _,
                            Target.Tcp _,
                            Target.Http _,
                            Target.Grpc _,
                            Target.Dns _,
                            Target.Upstreams _ ->
                            Awaited.UNSEEN;
                };
        if (seen.done() || neighbourhood.latched(app, target)) {
            return Awaited.DONE;
        }
        if (dependency.continueOnTimeout()) {
            return seen;
        }
        return neighbours(dependency.name()).stream()
                .map(next -> WaitCycles.through(app.name(), next, this::waits))
                .filter(cycle -> !cycle.isEmpty())
                .findFirst()
                .map(cycle -> Awaited.cycle(String.join(" → ", cycle)))
                .orElse(seen);
    }

    /** The apps that stand behind an own wait and do not answer now. */
    private List<String> neighbours(String wait) {
        return neighbourhood.spec(app.name()).stream()
                .flatMap(spec ->
                        spec.dependencies().stream()
                                .filter(dependency -> dependency.name().equals(wait))
                                .flatMap(dependency -> neighbours(dependency, spec)))
                .toList();
    }

    private Stream<String> neighbours(
            dev.patterned.api.v1alpha1.Dependency wait, PatternedAppSpec spec) {
        if (wait.app() != null) {
            return Stream.of(wait.app().name()).filter(name -> !app(name).done());
        }
        if (wait.job() != null) {
            return Stream.of(wait.job().name()).filter(name -> isJob(name) && !app(name).done());
        }
        return AwaitedServices.of(wait, spec, app.namespace()).stream()
                .flatMap(service -> neighbourhood.listing(service).stream())
                .filter(lister -> !answers(lister));
    }

    /** What another app waits for, of that what is not there yet and what it cannot do without. */
    private List<String> waits(String other) {
        var id = neighbourhood.app(other).map(Awaiting::id);
        if (id.isEmpty()) {
            return List.of();
        }
        return neighbourhood.spec(other).stream()
                .flatMap(spec ->
                        spec.dependencies().stream()
                                .filter(wait -> wait.onTimeout() != OnTimeout.CONTINUE)
                                .filter(wait -> !latched(id.get(), wait))
                                .flatMap(wait -> neighbours(wait, spec)))
                .toList();
    }

    private boolean latched(AppId other, dev.patterned.api.v1alpha1.Dependency wait) {
        if (wait.app() != null) {
            return neighbourhood.latched(other, new Target.App(wait.app().name()));
        }
        return wait.job() != null
                && neighbourhood.latched(other, new Target.Job(wait.job().name()));
    }

    /** Of one that is a Job, its Job tells more; it has its name. */
    private Awaited app(String name) {
        var found = neighbourhood.app(name).orElse(null);
        var itself = AwaitedApp.of(name, found);
        if (found == null || itself.done() || !isJob(name)) {
            return itself;
        }
        return AwaitedJob.of(
                name,
                neighbourhood
                        .job(name)
                        .filter(job -> id(found).uid().equals(controller(job)))
                        .orElse(null));
    }

    private boolean isJob(String app) {
        return neighbourhood
                .spec(app)
                .map(PatternedAppSpec::workload)
                .filter(workload -> workload.kind() == WorkloadKind.JOB)
                .isPresent();
    }

    private static String controller(Job job) {
        return job.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .map(OwnerReference::getUid)
                .findFirst()
                .orElse("");
    }

    /** One ready Pod is enough for its Services to answer, also in the middle of a rollout. */
    private boolean answers(String name) {
        return neighbourhood
                .app(name)
                // Not as a method reference: that would name the client's base class.
                .map(found -> found.getStatus())
                .map(PatternedAppStatus::readyReplicas)
                .filter(ready -> ready > 0)
                .isPresent();
    }

    private static AppId id(PatternedApp app) {
        var metadata = app.getMetadata();
        return new AppId(
                Objects.requireNonNullElse(metadata.getNamespace(), ""),
                metadata.getName(),
                Objects.requireNonNullElse(metadata.getUid(), ""));
    }
}
