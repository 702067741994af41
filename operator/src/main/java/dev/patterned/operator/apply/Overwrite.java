package dev.patterned.operator.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patterned.api.v1alpha1.ApiKeys;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A live object's content becomes exactly what is desired, whoever put there what it has besides.
 *
 * <p>A server-side apply leaves what it does not own, and so may never be valid: a default that
 * belongs to another choice ({@code rollingUpdate} beside {@code Recreate}), or an element that
 * somebody moved to another key (the port number of a Service, whose name would then be there
 * twice).
 */
final class Overwrite {
    /** Apart from the manager of applies, so that its claims can be told and dropped. */
    private static final String FIELD_MANAGER = ApiKeys.MANAGER + "-overwrite";

    /** Others may add to them, and nothing becomes invalid by it. */
    private static final Set<String> OPEN_MAPS = Set.of("annotations", "labels");

    private static final Set<String> NOT_CONTENT =
            Set.of("apiVersion", "kind", "metadata", "status");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Overwrite() {}

    /**
     * One merge patch, which the server takes as a whole or not at all. It keeps no claim on what
     * it wrote: else that would outlive the apply that leaves it out. The stamp is cleared, so that
     * the apply that makes the content ours comes also when this process ends in between.
     *
     * @param live as it was when the apply was refused; its uid is the guard
     */
    static void send(KubernetesClient client, HasMetadata object, HasMetadata live) {
        var written = patch(client, object, content(object, live));
        var claims =
                written.getMetadata().getManagedFields().stream()
                        .filter(claim -> !FIELD_MANAGER.equals(claim.getManager()))
                        .toList();
        patch(
                client,
                object,
                Map.of(
                        "metadata",
                        Map.of(
                                "resourceVersion",
                                written.getMetadata().getResourceVersion(),
                                "managedFields",
                                claims.isEmpty() ? List.of(Map.of()) : claims)));
    }

    private static JsonNode content(HasMetadata object, HasMetadata live) {
        var liveTree = MAPPER.<JsonNode>valueToTree(live);
        var patch = MAPPER.<ObjectNode>valueToTree(object);
        patch.propertyStream()
                .filter(entry -> !NOT_CONTENT.contains(entry.getKey()))
                .forEach(entry -> leaveOutTheRest(entry.getValue(), liveTree.path(entry.getKey())));
        var metadata = patch.putObject("metadata");
        metadata.put("uid", live.getMetadata().getUid());
        metadata.putObject("annotations").put(ApiKeys.ANNOTATION_STAMP, "");
        return patch;
    }

    /** Lists are replaced by a merge patch as they are; members of objects only by a null. */
    private static void leaveOutTheRest(JsonNode desired, JsonNode live) {
        if (!(desired instanceof ObjectNode object)) {
            return;
        }
        live.propertyStream()
                .forEach(entry -> {
                    var field = entry.getKey();
                    if (object.has(field)) {
                        if (!OPEN_MAPS.contains(field)) {
                            leaveOutTheRest(object.get(field), entry.getValue());
                        }
                    } else {
                        object.putNull(field);
                    }
                });
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
