package dev.patterned.operator.apply;

import dev.patterned.api.v1alpha1.ApiKeys;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;

/**
 * Lists of a live object become exactly those desired.
 *
 * <p>A server-side apply leaves what others put into a list, and so cannot undo an edit that moved
 * an element to another key: the port number of a Service, whose name would then be there twice.
 */
final class Overwrite {
    /** Apart from the manager of applies, so that its claims can be told and dropped. */
    private static final String FIELD_MANAGER = ApiKeys.MANAGER + "-overwrite";

    private Overwrite() {}

    /**
     * Replaces the lists by a merge patch, which keeps no claim on them: else they would outlive
     * the apply that leaves them out. The stamp is cleared, so that the apply that makes the
     * content ours comes also when this process ends in between.
     *
     * @param uid of the live object
     */
    static void send(KubernetesClient client, HasMetadata object, String uid) {
        var whole = client.getKubernetesSerialization().clone(object);
        whole.getMetadata().setUid(uid);
        whole.getMetadata().getAnnotations().put(ApiKeys.ANNOTATION_STAMP, "");
        var written = patch(client, whole, whole);
        var claims =
                written.getMetadata().getManagedFields().stream()
                        .filter(claim -> !FIELD_MANAGER.equals(claim.getManager()))
                        .toList();
        patch(
                client,
                whole,
                Map.of(
                        "metadata",
                        Map.of(
                                "resourceVersion",
                                written.getMetadata().getResourceVersion(),
                                "managedFields",
                                claims.isEmpty() ? List.of(Map.of()) : claims)));
    }

    private static HasMetadata patch(KubernetesClient client, HasMetadata object, Object content) {
        return client.resource(object)
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.JSON_MERGE)
                                .withFieldManager(FIELD_MANAGER)
                                .build(),
                        client.getKubernetesSerialization().asJson(content));
    }
}
