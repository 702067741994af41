package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Live objects without what is of one object alone: identities, addresses, times, counts of
 * changes. Which manager owns which fields stays.
 */
final class Normal {
    private static final List<String> OF_ONE_OBJECT =
            List.of(
                    "resourceVersion",
                    "creationTimestamp",
                    "time",
                    "generation",
                    "nodePort",
                    "healthCheckNodePort",
                    "clusterIPs",
                    "batch.kubernetes.io/controller-uid",
                    "controller-uid",
                    "deprecated.daemonset.template.generation");

    private Normal() {}

    /** Each by its kind and name. */
    static ObjectNode of(Map<String, HasMetadata> objects) {
        var normal = Draw.object();
        objects.forEach((label, object) -> {
            var tree = Draw.YAML.<ObjectNode>valueToTree(object);
            tree.remove("status");
            ((ObjectNode) tree.path("metadata")).remove("uid");
            strip(tree);
            normal.set(label, tree);
        });
        return normal;
    }

    /** One line for each place where they differ; empty where they do not. */
    static String difference(JsonNode is, JsonNode should) {
        var lines = new ArrayList<String>();
        compare("", is, should, lines);
        return String.join("\n", lines);
    }

    private static void compare(String path, JsonNode is, JsonNode should, List<String> lines) {
        if (is.isObject() && should.isObject()) {
            var fields = new TreeSet<String>();
            is.fieldNames().forEachRemaining(fields::add);
            should.fieldNames().forEachRemaining(fields::add);
            fields.forEach(field ->
                    compare(path + " " + field, is.path(field), should.path(field), lines));
        } else if (is.isArray() && is.size() == should.size()) {
            for (var place = 0; place < is.size(); place++) {
                compare(path + " " + place, is.get(place), should.get(place), lines);
            }
        } else if (!is.equals(should)) {
            lines.add("%s: is %s, should be %s".formatted(path.strip(), said(is), said(should)));
        }
    }

    private static String said(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
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
