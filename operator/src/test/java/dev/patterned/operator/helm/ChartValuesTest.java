package dev.patterned.operator.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "crd: {install: true}",
                "crds: {instal: true}",
                "crds: {install: 'yes'}",
                "logging: {format: xml}",
                "logging: {level: INFO}",
                "watchNamespaces: team-a",
                "watchSecrets: sometimes",
                "watchNamespaces: [Team_A]",
                "watchNamespaces: [a, a]",
                "fullnameOverride: Upper",
                "resources: {limit: {memory: 1Gi}}",
                "extraEnv: [{name: A, value: 1}]",
                "extraEnv: [{value: a}]",
                "extraEnv: [{name: A, value: a, valueFrom: {fieldRef: {fieldPath: a}}}]",
                "imagePullSecrets: [pull]",
                "podAnnotations: {a: true}",
                "tolerations: [{effect: Never}]",
                "affinity: {antiAffinity: {}}"
            })
    void aTypoIsRefusedByName(String values) {
        var chart = ChartFixture.chart().with(values);
        var field = values.substring(0, values.indexOf(':'));

        assertThatThrownBy(chart::text)
                .hasMessageContaining("values don't meet the specifications of the schema")
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tagg: a", "digest: sha256:abc", "pullPolicy: Sometimes"})
    void aTypoInTheImageIsRefused(String member) {
        var chart = ChartFixture.chart().withOnly("image: {repository: a, " + member + "}");

        assertThatThrownBy(chart::text).hasMessageContaining("image");
    }

    @Test
    void schemaAndValuesHaveTheSameFieldsAndEveryObjectIsClosed() throws IOException {
        var mapper = new YAMLMapper();
        var folder = ChartFixture.folder();
        var schema = mapper.readTree(folder.resolve("values.schema.json").toFile());
        var values = mapper.readTree(folder.resolve("values.yaml").toFile());

        assertThat(names(schema.path("properties")))
                .containsExactlyInAnyOrderElementsOf(withGlobal(values));
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        for (var group : List.of("image", "crds", "logging", "resources")) {
            var inner = schema.path("properties").path(group);
            assertThat(names(inner.path("properties")))
                    .as(group)
                    .isEqualTo(names(values.path(group)));
            assertThat(inner.path("additionalProperties").asBoolean(true)).as(group).isFalse();
        }
    }

    @Test
    void everyValueIsExplained() throws IOException {
        var lines = Files.readAllLines(ChartFixture.folder().resolve("values.yaml"));
        for (int i = 0; i < lines.size(); i++) {
            // A group's name stands alone; what is below "resources" belongs to its own comment.
            if (lines.get(i).matches("( {2})?[a-zA-Z]+: .+")
                    && !lines.get(i).matches(" {2}(requests|limits):.*")) {
                assertThat(lines.get(i - 1)).as(lines.get(i)).matches("\\s*# .+");
            }
        }
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> withGlobal(JsonNode values) {
        var names = names(values);
        names.add("global");
        return names;
    }
}
