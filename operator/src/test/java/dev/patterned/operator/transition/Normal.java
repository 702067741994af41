package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patterned.api.v1alpha1.ApiKeys;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Live objects without what is of one object alone: identities, addresses, counts of changes. */
final class Normal {
    private static final List<String> OF_ONE_OBJECT =
            List.of(
                    "uid",
                    "resourceVersion",
                    "creationTimestamp",
                    "managedFields",
                    "generation",
                    "nodePort",
                    "healthCheckNodePort",
                    "clusterIPs",
                    "batch.kubernetes.io/controller-uid",
                    "controller-uid",
                    "deprecated.daemonset.template.generation",
                    ApiKeys.ANNOTATION_STAMP,
                    ApiKeys.ANNOTATION_FIXED);

    private Normal() {}

    /**
     * Each by its name.
     *
     * @param token in all names, which becomes {@code @}
     */
    static Map<String, String> of(Map<String, HasMetadata> objects, String token) {
        var normal = new TreeMap<String, String>();
        objects.forEach((label, object) -> {
            var tree = (ObjectNode) Draw.YAML.valueToTree(object);
            tree.remove("status");
            strip(tree);
            normal.put(label.replace(token, "@"), tree.toString().replace(token, "@"));
        });
        return normal;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(OF_ONE_OBJECT);
            if (!object.path("clusterIP").asText("None").equals("None")) {
                object.remove("clusterIP");
            }
        }
        node.forEach(Normal::strip);
    }
}
