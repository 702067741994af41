package dev.patterned.operator.apply;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.resources.FixedParts;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the children that differ from what is there.
 *
 * <p>Nothing is sent for a child whose stamp is current and whose live object still contains what
 * is desired. What is sent can only reach the object that it is meant for: see {@link
 * Cluster#create} and {@link Cluster#change}. When that guard refuses, the cache was behind; the
 * applier looks once and decides again.
 */
public final class Applier {
    private static final Logger LOG = LoggerFactory.getLogger(Applier.class);

    private final Cluster cluster;
    private final KnownForeign foreign;
    private final Lanes lanes;

    /**
     * For one pass.
     *
     * @param foreign outlives the pass
     * @param lanes outlives the pass, and is all passes'
     */
    public Applier(Cluster cluster, KnownForeign foreign, Lanes lanes) {
        this.cluster = cluster;
        this.foreign = foreign;
        this.lanes = lanes;
    }

    /**
     * Applies the children, the workload when the others are there; among those no order matters. A
     * refused one does not hold up the others.
     *
     * @return one outcome a child, in the same order but for the workload, which comes last
     * @throws KubernetesClientException when the server cannot be reached or is in trouble
     */
    public List<Outcome> apply(List<Child> children) {
        var workloads = children.stream().filter(Child::isWorkload).toList();
        var others = children.stream().filter(child -> !child.isWorkload());
        var outcomes =
                new ArrayList<>(
                        lanes.sideBySide(
                                others.<Callable<Outcome>>map(child -> () -> apply(child))
                                        .toList()));
        workloads.forEach(workload -> outcomes.add(apply(workload)));
        return List.copyOf(outcomes);
    }

    private Outcome apply(Child child) {
        try {
            return applyOrLookAgain(child);
        } catch (KubernetesClientException error) {
            if (Refusal.isGuard(error) || !Refusal.isAboutTheObject(error)) {
                throw error;
            }
            LOG.warn("{} was refused: {}", child.label(), error.getMessage());
            return Refusal.outcome(child.object(), error);
        }
    }

    private Outcome applyOrLookAgain(Child child) {
        var object = child.object();
        var cached = cluster.cached(object);
        try {
            return settle(
                    child,
                    cached.isEmpty() && foreign.contains(object) ? cluster.look(object) : cached);
        } catch (KubernetesClientException error) {
            if (!Refusal.isGuard(error)) {
                throw error;
            }
            LOG.debug("{} is not as the cache had it: {}", child.label(), error.getMessage());
            return settle(child, cluster.look(object));
        }
    }

    private Outcome settle(Child child, Optional<HasMetadata> live) {
        if (live.isEmpty()) {
            return send(child, true, () -> cluster.create(child.object()));
        }
        var present = live.get();
        if (!Ownership.shared(child.object(), present)) {
            return leave(child, present);
        }
        foreign.remove(child.object());
        if (present.isMarkedForDeletion()) {
            // Its deletion is an event, and then it is made again.
            return new Outcome.Unchanged(present.getKind(), present.getMetadata().getName());
        }
        var fixed = Unchangeable.field(present, child.object());
        if (fixed.isPresent()) {
            return replace(child, present, fixed.get());
        }
        var difference = difference(present, child.object());
        if (difference.isEmpty()) {
            return new Outcome.Unchanged(present.getKind(), present.getMetadata().getName());
        }
        LOG.info("Applying {}: differs at {}", child.label(), difference.get());
        return change(child, present);
    }

    private Outcome change(Child child, HasMetadata present) {
        Runnable change = () -> cluster.change(child.object(), present.getMetadata().getUid());
        try {
            return send(child, false, change);
        } catch (KubernetesClientException refused) {
            if (!Refusal.mayBeOfLeftovers(refused)) {
                throw refused;
            }
            LOG.info("Overwriting {}: {}", child.label(), refused.getMessage());
            lanes.write(() -> cluster.overwrite(child.object(), present));
            return send(child, false, change);
        }
    }

    /** Stamps first: a field that is no longer desired shows in nothing else. */
    private static Optional<String> difference(HasMetadata live, HasMetadata desired) {
        return Objects.equals(stamp(live), stamp(desired))
                ? DriftCheck.difference(live, FixedParts.without(desired))
                : Optional.of("its stamp");
    }

    private static String stamp(HasMetadata object) {
        return Optional.ofNullable(object.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(ApiKeys.ANNOTATION_STAMP))
                .orElse("");
    }

    private Outcome leave(Child child, HasMetadata present) {
        foreign.add(child.object());
        var kind = child.object().getKind();
        var name = child.object().getMetadata().getName();
        var owner = Ownership.label(present);
        return switch (child.claim()) {
            case EXCLUSIVE -> new Outcome.Conflict(kind, name, owner);
            case SHARED -> new Outcome.UsedAsIs(kind, name, owner, Ownership.byAnApp(present));
        };
    }

    /** A Job and a Pod do something; a StatefulSet's Pods go on without it, a Service is a name. */
    private Outcome replace(Child child, HasMetadata present, String field) {
        var kind = present.getKind();
        var name = present.getMetadata().getName();
        if (present instanceof Job || present instanceof Pod) {
            return new Outcome.Stuck(kind, name, field);
        }
        LOG.info("Making {} again: {} cannot change", child.label(), field);
        try {
            if (present instanceof StatefulSet) {
                cluster.deleteAlone(present);
            } else {
                cluster.delete(present);
            }
        } catch (KubernetesClientException error) {
            if (!Refusal.isAlreadyDifferent(error)) {
                if (!Refusal.isAboutTheObject(error)) {
                    throw error;
                }
                return Refusal.outcome(present, error);
            }
        }
        return new Outcome.Replaced(kind, name, field);
    }

    private Outcome send(Child child, boolean creation, Runnable request) {
        lanes.write(request);
        foreign.remove(child.object());
        return new Outcome.Applied(
                child.object().getKind(), child.object().getMetadata().getName(), creation);
    }
}
