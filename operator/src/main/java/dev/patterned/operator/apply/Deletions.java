package dev.patterned.operator.apply;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.DeletableWithOptions;

/** Deletions that can only reach the object that they are meant for. */
final class Deletions {
    private Deletions() {}

    /**
     * Deletes the object, if it is still exactly as given.
     *
     * @param propagation what becomes of the objects that it controls
     * @throws io.fabric8.kubernetes.client.KubernetesClientException with 409 if it is not
     */
    static void delete(
            KubernetesClient client, HasMetadata object, DeletionPropagation propagation) {
        // A resourceVersion belongs to one state of one object, so it guards the uid as well.
        var guarded = client.resource(object).lockResourceVersion();
        if (!(guarded instanceof DeletableWithOptions deletable)) {
            throw new IllegalStateException("the client no longer takes options for a deletion");
        }
        deletable.withPropagationPolicy(propagation).delete();
    }
}
