package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields of a schema an object says, a type that stands in several places counted once: a
 * probe has one handler, so that no single probe could say all its fields.
 */
final class Coverage {
    private Coverage() {}

    /** Every field that may be said, without those that are there to be refused. */
    static Set<String> wanted(ObjectNode schema) {
        var wanted = new TreeSet<String>();
        for (var field : SchemaField.all(schema)) {
            if (!field.schema().path(Schemas.DESCRIPTION).asText().startsWith("Refused:")) {
                wanted.add(sharedName(field.path()));
            }
        }
        return wanted;
    }

    /** Every field that the object says; those that the schema does not have begin with "?". */
    static Set<String> said(ObjectNode schema, JsonNode object) {
        var said = new TreeSet<String>();
        collect("", schema, object, said);
        return said;
    }

    private static void collect(String prefix, JsonNode schema, JsonNode value, Set<String> said) {
        var properties = schema.path(Schemas.PROPERTIES);
        if (properties.isMissingNode()) {
            return;
        }
        for (var entry : value.properties()) {
            var property = properties.path(entry.getKey());
            var path = prefix + entry.getKey();
            said.add(property.isMissingNode() ? "?" + path : sharedName(path));
            if (Schemas.is(property, "array")) {
                for (var item : entry.getValue()) {
                    collect(path + "[].", property.path(Schemas.ITEMS), item, said);
                }
            } else {
                collect(path + ".", property, entry.getValue(), said);
            }
        }
    }

    private static String sharedName(String path) {
        return path.replaceFirst(
                        "^spec\\.(main|sidecars\\[]|initContainers\\[]|(?:ambassadors|adapters)\\[]\\.custom)\\.(\\w+(\\[])?\\.)",
                        "CONTAINER.$2")
                .replaceFirst(".*\\.caFrom\\.", "CA.")
                .replaceFirst("^spec\\.workload\\.cronJob\\.job\\.", "spec.workload.job.")
                .replaceFirst(".*\\.volumeClaimTemplates?(\\[])?\\.(spec|metadata)\\.", "CLAIM.$2.")
                .replaceFirst("(liveness|readiness|startup)Probe\\.", "PROBE.")
                .replaceFirst("(postStart|preStop)\\.", "HOOK.")
                .replaceFirst(
                        ".*\\.(httpGet|tcpSocket|exec|grpc|seccompProfile|fieldRef|resourceFieldRef|configMapKeyRef|secretKeyRef)\\.",
                        "$1.")
                .replaceFirst(".*\\.(configMap|secret|downwardAPI)\\.items\\[]\\.", "ITEM.")
                .replaceFirst(".*[sS]elector\\.match", "SELECTOR.match")
                .replaceFirst(".*\\.(preference|nodeSelectorTerms\\[])\\.", "NODES.")
                .replaceFirst(
                        ".*\\.pod(Anti)?Affinity\\.(preferred\\w+\\[]\\.podAffinityTerm|required\\w+\\[])\\.",
                        "PODS.");
    }
}
