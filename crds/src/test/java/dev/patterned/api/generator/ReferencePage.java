package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The reference page: every field of the API in tables, one for each place that has its own. */
final class ReferencePage {
    private static final String HEAD =
            """
            # PatternedApp, patterned.dev/v1alpha1

            Generated from the CustomResourceDefinition; do not edit. Each table is one place in the
            object; a field with fields of its own links to its table. A field in **bold** is
            required. Fields that mean what a Kubernetes field means have its name and form. A field
            whose description begins with "Refused" is there to be refused with a reason.

            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    /** Where each set of fields stands: a probe is explained once. */
    private final Map<JsonNode, String> places = new HashMap<>();

    private ReferencePage() {}

    static String of(ObjectNode root) {
        var reference = new ReferencePage();
        for (var part : List.of("spec", "status")) {
            reference.section(part, (ObjectNode) root.path(Schemas.PROPERTIES).path(part));
        }
        return reference.page.toString().stripTrailing() + "\n";
    }

    private void section(String path, ObjectNode schema) {
        page.append("## `").append(path).append("`\n\n");
        page.append(schema.path(Schemas.DESCRIPTION).asText(describeItem(path))).append("\n\n");
        page.append("| field | type | bounds | meaning |\n| --- | --- | --- | --- |\n");
        var inner = new ArrayList<SchemaField>();
        for (var property : schema.path(Schemas.PROPERTIES).properties()) {
            var required =
                    schema.path(Schemas.REQUIRED)
                            .valueStream()
                            .anyMatch(name -> name.asText().equals(property.getKey()));
            var field =
                    new SchemaField(property.getKey(), (ObjectNode) property.getValue(), required);
            if (isNew(path, field)) {
                inner.add(field);
            }
            page.append(row(field));
        }
        page.append('\n');
        rules(schema);
        for (var field : inner) {
            section(pathOf(path, field), field.content());
        }
    }

    private static String describeItem(String path) {
        return "Each entry of `" + path.replaceFirst("\\[]$", "") + "`.";
    }

    private static String pathOf(String parent, SchemaField field) {
        return parent + "." + field.path() + (Schemas.is(field.schema(), "array") ? "[]" : "");
    }

    private boolean isNew(String parent, SchemaField field) {
        var fields = field.content().path(Schemas.PROPERTIES);
        return !fields.isMissingNode() && places.putIfAbsent(fields, pathOf(parent, field)) == null;
    }

    private String row(SchemaField field) {
        var name = field.required() ? "**" + field.path() + "**" : field.path();
        var place = places.get(field.content().path(Schemas.PROPERTIES));
        if (place != null) {
            name = "[" + name + "](#" + anchor(place) + ")";
        }
        var meaning = escape(field.schema().path(Schemas.DESCRIPTION).asText());
        var ruled = field.schema().path(Schemas.RULES).path(0).path("message").asText();
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        name,
                        Bounds.type(field.schema()),
                        escape(Bounds.of(field)),
                        ruled.isEmpty() || field.schema().has(Schemas.PROPERTIES)
                                ? meaning
                                : meaning + " (" + escape(ruled) + ")");
    }

    /** As GitHub makes anchors of headings: lower case, without punctuation. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
    }

    private void rules(JsonNode schema) {
        var messages =
                schema.path(Schemas.RULES)
                        .valueStream()
                        .map(rule -> "- " + rule.path("message").asText() + "\n")
                        .collect(Collectors.joining());
        if (!messages.isEmpty()) {
            page.append("Refused at admission:\n\n").append(messages).append('\n');
        }
    }

    private static String escape(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
