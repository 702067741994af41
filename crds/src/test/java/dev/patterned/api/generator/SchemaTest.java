package dev.patterned.api.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every field of the CRD. */
class SchemaTest {
    private static final ObjectNode CRD = Crd.generate();
    private static final List<SchemaField> FIELDS = SchemaField.all(Crd.schema(CRD));

    @Test
    void everyFieldIsDescribedInOneSentence() {
        assertThat(FIELDS)
                // The API server allows no description there.
                .filteredOn(field -> !field.path().startsWith("metadata"))
                .allSatisfy(field ->
                        assertThat(field.schema().path(Schemas.DESCRIPTION).asText())
                                .as(field.path())
                                .endsWith(".")
                                .hasSizeBetween(3, 400)
                                .doesNotContain("\n"));
    }

    @Test
    void everyFieldHasBounds() {
        assertThat(FIELDS)
                .allSatisfy(field -> {
                    assertThat(isBounded(field.schema())).as(field.path()).isTrue();
                    assertThat(isBounded(field.content())).as("inside " + field.path()).isTrue();
                });
    }

    @Test
    void everyListSaysHowItIsMerged() {
        assertThat(FIELDS)
                .filteredOn(field -> Schemas.is(field.schema(), "array"))
                .allSatisfy(field ->
                        assertThat(field.schema().has(Schemas.LIST_TYPE))
                                .as(field.path())
                                .isTrue());
        assertThat(listType("spec.main.env")).isEqualTo("map[name]");
        assertThat(listType("spec.main.volumeMounts")).isEqualTo("map[mountPath]");
        assertThat(listType("spec.main.ports")).isEqualTo("map[name]");
        assertThat(listType("spec.main.command")).isEqualTo("atomic");
        assertThat(listType("spec.logTailers")).isEqualTo("map[name]");
        assertThat(listType("spec.logTailers[].files")).isEqualTo("set");
        assertThat(listType("spec.podTemplate.hostAliases")).isEqualTo("map[ip]");
        assertThat(listType("spec.podTemplate.imagePullSecrets")).isEqualTo("map[name]");
        assertThat(listType("status.conditions")).isEqualTo("map[type]");
    }

    @Test
    void listsMergedByAKeyRequireIt() {
        assertThat(FIELDS)
                .filteredOn(field -> field.schema().has(Schemas.LIST_MAP_KEYS))
                .allSatisfy(field ->
                        assertThat(texts(field.content().path(Schemas.REQUIRED)))
                                .as(field.path())
                                .containsAll(texts(field.schema().path(Schemas.LIST_MAP_KEYS))));
    }

    /**
     * An object's annotations may have 262,144 bytes in all (TotalAnnotationSizeLimitB of
     * k8s.io/apimachinery/pkg/api/validation).
     */
    @Test
    void clientSideApplyHasRoomForItsAnnotation() {
        assertThat(CRD.toString().length()).isLessThan(245_000);
    }

    @Test
    void columnsReadFromKindToMessage() {
        assertThat(CRD.path("spec").path("versions").path(0).path("additionalPrinterColumns"))
                .map(column -> column.path("name").asText() + column.path("priority").asText())
                .containsExactly("Kind", "Ready", "Reason", "Replicas", "Age", "Message1");
    }

    @Test
    void statusSaysFromTheStartThatNothingWasSeen() {
        assertThat(Crd.schema(CRD).at("/properties/status/default/observedGeneration").asInt())
                .isEqualTo(-1);
    }

    private static boolean isBounded(JsonNode schema) {
        if (schema.path(Schemas.INT_OR_STRING).asBoolean() || Schemas.is(schema, "string")) {
            return schema.has("enum") || schema.has(Schemas.MAX_LENGTH);
        }
        return switch (schema.path(Schemas.TYPE).asText()) {
            case "integer" ->
                    schema.has("format")
                            && schema.path("minimum").isIntegralNumber()
                            && schema.path("maximum").isIntegralNumber();
            case "array" -> schema.has(Schemas.MAX_ITEMS);
            case "object" -> !schema.has(Schemas.VALUES) || schema.has(Schemas.MAX_PROPERTIES);
            case "boolean" -> true;
            default -> false;
        };
    }

    private static String listType(String path) {
        var schema =
                FIELDS.stream()
                        .filter(f -> f.path().equals(path))
                        .findFirst()
                        .orElseThrow()
                        .schema();
        var keys = texts(schema.path(Schemas.LIST_MAP_KEYS));
        return schema.path(Schemas.LIST_TYPE).asText() + (keys.isEmpty() ? "" : keys.toString());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
