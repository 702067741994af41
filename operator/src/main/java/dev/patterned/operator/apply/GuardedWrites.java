package dev.patterned.operator.apply;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The requests of a {@link Cluster}: each reaches only the object that it is meant for. */
public final class GuardedWrites {
    /** No object has it: a server-side apply that carries it can only create. */
    private static final String ONLY_CREATE = "1";

    private final KubernetesClient client;
    private final UnaryOperator<HasMetadata> apply;

    /**
     * Through this client.
     *
     * @param apply a server-side apply of an object as it is, with force, under the operator's
     *     field manager; what it returns is not used here
     */
    public GuardedWrites(KubernetesClient client, UnaryOperator<HasMetadata> apply) {
        this.client = client;
        this.apply = apply;
    }

    /** See {@link Cluster#look}. */
    public Optional<HasMetadata> look(HasMetadata object) {
        return Optional.ofNullable(client.resource(object).get());
    }

    /** See {@link Cluster#create}. */
    public void create(HasMetadata object) {
        var guarded = copy(object);
        guarded.getMetadata().setResourceVersion(ONLY_CREATE);
        apply.apply(guarded);
    }

    /** See {@link Cluster#change}. */
    public void change(HasMetadata object, String uid) {
        var guarded = copy(object);
        guarded.getMetadata().setUid(uid);
        apply.apply(guarded);
    }

    /** See {@link Cluster#overwrite}. */
    public void overwrite(HasMetadata object, HasMetadata live) {
        Overwrite.send(client, object, live);
    }

    /** See {@link Cluster#delete}. */
    public void delete(HasMetadata object) {
        Deletions.delete(client, object, DeletionPropagation.BACKGROUND);
    }

    /** See {@link Cluster#deleteAlone}. */
    public void deleteAlone(HasMetadata object) {
        Deletions.delete(client, object, DeletionPropagation.ORPHAN);
    }

    private HasMetadata copy(HasMetadata object) {
        return client.getKubernetesSerialization().clone(object);
    }
}
