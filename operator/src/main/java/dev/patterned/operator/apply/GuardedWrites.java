package dev.patterned.operator.apply;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import java.util.function.Consumer;

/** The requests of a {@link Cluster}: each reaches only the object that it is meant for. */
public final class GuardedWrites {
    /** No object has it: a server-side apply that carries it can only create. */
    private static final String ONLY_CREATE = "1";

    private final KubernetesClient client;
    private final Consumer<HasMetadata> apply;

    /**
     * Through this client.
     *
     * @param apply a server-side apply of an object as it is, with force, under the operator's
     *     field manager
     */
    public GuardedWrites(KubernetesClient client, Consumer<HasMetadata> apply) {
        this.client = client;
        this.apply = apply;
    }

    /** See {@link Cluster#look}. */
    public Optional<HasMetadata> look(HasMetadata object) {
        return Optional.ofNullable(client.resource(object).get());
    }

    /** See {@link Cluster#create}. */
    public void create(HasMetadata object) {
        guarded(object, metadata -> metadata.setResourceVersion(ONLY_CREATE));
    }

    /** See {@link Cluster#change}. */
    public void change(HasMetadata object, String uid) {
        guarded(object, metadata -> metadata.setUid(uid));
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

    /**
     * Sends the object with a guard in its metadata, and leaves it as it was. The guard stands in a
     * copy of the metadata alone: a copy of the whole object is one more trip through JSON.
     */
    private void guarded(HasMetadata object, Consumer<ObjectMeta> guard) {
        var plain = object.getMetadata();
        var metadata = new ObjectMetaBuilder(plain).build();
        guard.accept(metadata);
        object.setMetadata(metadata);
        try {
            apply.accept(object);
        } finally {
            object.setMetadata(plain);
        }
    }
}
