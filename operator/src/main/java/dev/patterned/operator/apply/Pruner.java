package dev.patterned.operator.apply;

import dev.patterned.operator.model.AppId;
import dev.patterned.operator.resources.Child;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the app's children that are no longer wanted.
 *
 * <p>Nothing is taken away in a pass in which something wanted could not be had: what ran before
 * keeps all it needs. A ConfigMap of files, whose name is its content's hash, goes only when no Pod
 * of an older template is left.
 */
public final class Pruner {
    private static final Set<String> OVER = Set.of("Complete", "Failed");
    private static final Logger LOG = LoggerFactory.getLogger(Pruner.class);

    private final Cluster cluster;

    /** For one pass. */
    public Pruner(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Deletes what is left over.
     *
     * @param applied what became of the wanted children in this pass
     * @return one outcome for each child that was deleted or whose deletion was refused
     * @throws KubernetesClientException when the server cannot be reached or is in trouble
     */
    public List<Outcome> prune(AppId app, List<Child> wanted, List<Outcome> applied) {
        if (applied.stream().anyMatch(Pruner::isMissing)) {
            return List.of();
        }
        var names = wanted.stream().map(Child::label).collect(Collectors.toSet());
        return cluster.owned(app.uid()).stream()
                .filter(object -> !names.contains(label(object)))
                .filter(object -> !object.isMarkedForDeletion())
                .filter(object -> !isFiles(object) || isUnused(object, wanted))
                .map(this::delete)
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isMissing(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Conflict _, Outcome.Rejected _, Outcome.Stuck _, Outcome.Replaced _ ->
                    true;
            case Outcome.Unchanged _,
                    Outcome.Applied _,
                    Outcome.Pruned _,
                    Outcome.UsedAsIs _,
                    Outcome.Unknown _ ->
                    false;
        };
    }

    /** Ours are immutable, and named by their content. */
    private static boolean isFiles(HasMetadata object) {
        return object instanceof ConfigMap files && Boolean.TRUE.equals(files.getImmutable());
    }

    private boolean isUnused(HasMetadata files, List<Child> wanted) {
        return wanted.stream()
                .map(Child::object)
                .allMatch(desired -> isUnused(files.getMetadata().getName(), desired));
    }

    /**
     * A workload that was only just sent has a generation that nobody has observed yet. What Jobs
     * and Pods use never changes; a CronJob says nothing of what its controller has seen, so that
     * its newest run must be a new one.
     */
    private boolean isUnused(String files, HasMetadata desired) {
        return switch (desired) {
            case Deployment _, StatefulSet _, DaemonSet _ ->
                    cluster.cached(desired).map(Rollout::of).map(Rollout::allNew).orElse(false);
            case CronJob cron -> isUnused(files, cluster.runs(cron));
            default -> true;
        };
    }

    private static boolean isUnused(String files, List<Job> runs) {
        var newest = runs.stream().max(Comparator.comparing(Pruner::created));
        return newest.map(run -> !uses(run, files)).orElse(false)
                && runs.stream().noneMatch(run -> uses(run, files) && !isOver(run));
    }

    private static String created(Job run) {
        return Objects.requireNonNullElse(run.getMetadata().getCreationTimestamp(), "");
    }

    private static boolean uses(Job run, String files) {
        return run.getSpec().getTemplate().getSpec().getVolumes().stream()
                .map(Volume::getConfigMap)
                .anyMatch(source -> source != null && files.equals(source.getName()));
    }

    private static boolean isOver(Job run) {
        return run.getStatus() != null
                && run.getStatus().getConditions().stream()
                        .anyMatch(
                                it -> OVER.contains(it.getType()) && it.getStatus().equals("True"));
    }

    private Optional<Outcome> delete(HasMetadata object) {
        var kind = object.getKind();
        var name = object.getMetadata().getName();
        try {
            cluster.delete(object);
            LOG.info("Deleted {}: no longer wanted", label(object));
            return Optional.of(new Outcome.Pruned(kind, name));
        } catch (KubernetesClientException error) {
            if (Refusal.isAlreadyDifferent(error)) {
                return Optional.empty();
            }
            if (!Refusal.isAboutTheObject(error)) {
                throw error;
            }
            LOG.warn("{} could not be deleted: {}", label(object), error.getMessage());
            return Optional.of(Refusal.outcome(object, error));
        }
    }

    private static String label(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }
}
