package dev.patterned.operator.apply;

import dev.patterned.operator.model.AppId;
import dev.patterned.operator.resources.Child;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the app's children that are no longer wanted.
 *
 * <p>Nothing is taken away in a pass in which something wanted could not be had: what ran before
 * keeps all it needs. An immutable ConfigMap, whose name is its content's hash, goes only when no
 * Pod of an older template is left.
 */
public final class Pruner {
    private static final Logger LOG = LoggerFactory.getLogger(Pruner.class);
    private static final Set<Integer> ALREADY_DIFFERENT = Set.of(404, 409);

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
                .filter(object -> !isNamedByContent(object) || isRolledOut(wanted))
                .map(this::delete)
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isMissing(Outcome outcome) {
        return outcome instanceof Outcome.Conflict || outcome instanceof Outcome.Rejected;
    }

    /** Files that the operator writes, which Pods of an older template still mount. */
    private static boolean isNamedByContent(HasMetadata object) {
        return object instanceof ConfigMap config && Boolean.TRUE.equals(config.getImmutable());
    }

    /** A Deployment that was only just sent has a generation that nobody has observed yet. */
    private boolean isRolledOut(List<Child> wanted) {
        return wanted.stream()
                .map(Child::object)
                .filter(Deployment.class::isInstance)
                .allMatch(desired ->
                        cluster.cached(desired)
                                .map(Deployment.class::cast)
                                .map(Rollout::isComplete)
                                .orElse(false));
    }

    private Optional<Outcome> delete(HasMetadata object) {
        var kind = object.getKind();
        var name = object.getMetadata().getName();
        try {
            cluster.delete(object);
            LOG.info("Deleted {}: no longer wanted", label(object));
            return Optional.of(new Outcome.Pruned(kind, name));
        } catch (KubernetesClientException error) {
            if (ALREADY_DIFFERENT.contains(error.getCode())) {
                // Gone, or changed since the cache saw it; the event of that change is the retry.
                return Optional.empty();
            }
            if (!Refusal.isAboutTheObject(error)) {
                throw error;
            }
            LOG.warn("{} could not be deleted: {}", label(object), error.getMessage());
            return Optional.of(Refusal.outcome(kind, name, error));
        }
    }

    private static String label(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }
}
