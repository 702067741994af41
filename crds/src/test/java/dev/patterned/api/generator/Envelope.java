package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What surrounds spec and status: the root of the schema, subresources, printer columns. */
final class Envelope {
    /** Derived names and their suffixes stay below 63 characters with it. */
    private static final int MAX_NAME = 40;

    private Envelope() {}

    static void complete(ObjectNode crd) {
        var version = (ObjectNode) crd.path("spec").path("versions").path(0);
        crd.withObject("/spec/names").put("listKind", "PatternedAppList");
        completeSubresources(version);
        orderColumns(version);
        completeRoot((ObjectNode) version.path("schema").path("openAPIV3Schema"));
    }

    private static void completeSubresources(ObjectNode version) {
        var scale = version.putObject("subresources").putObject("scale");
        scale.put("specReplicasPath", ".spec.replicas");
        scale.put("statusReplicasPath", ".status.replicas");
        scale.put("labelSelectorPath", ".status.selector");
        version.withObject("/subresources").putObject("status");
    }

    /** fabric8 sorts columns by their path; people read them in the order of the annotations. */
    private static void orderColumns(ObjectNode version) {
        var names =
                Arrays.stream(
                                PatternedApp.class.getAnnotationsByType(
                                        AdditionalPrinterColumn.class))
                        .map(AdditionalPrinterColumn::name)
                        .toList();
        var columns = (ArrayNode) version.path("additionalPrinterColumns");
        var sorted =
                columns.valueStream()
                        .map(ObjectNode.class::cast)
                        .sorted(
                                Comparator.comparingInt(
                                        c -> names.indexOf(c.path("name").asText())))
                        .toList();
        columns.removeAll();
        sorted.forEach(column -> {
            if (column.path("priority").asInt() == 0) {
                column.remove("priority");
            }
            Schemas.order(column, List.of("name", Schemas.TYPE, "jsonPath"));
            columns.add(column);
        });
    }

    private static void completeRoot(ObjectNode root) {
        root.put(
                Schemas.DESCRIPTION,
                "One application: a main container and the typed helpers around it.");
        root.put(Schemas.TYPE, "object");
        Schemas.require(root, "spec");
        var properties = Schemas.child(root, Schemas.PROPERTIES);
        properties.set("apiVersion", text("Version of this form of the object.", 253));
        properties.set("kind", text("What the object is: PatternedApp.", 63));
        // Only metadata.name may be restricted; its description is Kubernetes' own.
        properties
                .putObject("metadata")
                .put(Schemas.TYPE, "object")
                .putObject(Schemas.PROPERTIES)
                .putObject("name")
                .put(Schemas.TYPE, "string")
                .put(Schemas.MAX_LENGTH, MAX_NAME)
                .put(Schemas.PATTERN, "^[a-z]([-a-z0-9]*[a-z0-9])?$");
        describe(properties, "spec", "What is wanted.");
        describe(properties, "status", "What was seen.");
        ((ObjectNode) properties.path("status"))
                .putObject("default")
                // Tools that look at conditions read a missing status as ready.
                .put("observedGeneration", -1);
        Schemas.order(properties, List.of("apiVersion", "kind", "metadata", "spec", "status"));
        Schemas.order(root, List.of(Schemas.DESCRIPTION, Schemas.TYPE, Schemas.REQUIRED));
    }

    private static void describe(ObjectNode properties, String name, String description) {
        var property = (ObjectNode) properties.path(name);
        property.put(Schemas.DESCRIPTION, description);
        Schemas.order(property, List.of(Schemas.DESCRIPTION, Schemas.TYPE, Schemas.REQUIRED));
    }

    private static ObjectNode text(String description, int maxLength) {
        return Schemas.object()
                .put(Schemas.DESCRIPTION, description)
                .put(Schemas.TYPE, "string")
                .put(Schemas.MAX_LENGTH, maxLength);
    }
}
