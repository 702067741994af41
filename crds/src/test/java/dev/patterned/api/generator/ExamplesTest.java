package dev.patterned.api.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples say only what the API has, and together all of it. */
class ExamplesTest {
    private static final Path FOLDER = Path.of("examples");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final KubernetesSerialization serialization =
            new KubernetesSerialization(new ObjectMapper(), false);

    @Test
    void everyExampleIsReadStrictly() throws IOException {
        for (var file : examples()) {
            var app = serialization.unmarshal(Files.readString(file), PatternedApp.class);
            assertThat(app.getSpec().main().image()).as(file.toString()).isNotEmpty();
        }
    }

    @Test
    void fieldsThatAreUnknownAreRefused() {
        var typo = "spec: {main: {image: busybox, logDirectoris: []}}";
        assertThatThrownBy(() -> serialization.unmarshal(typo, PatternedApp.class))
                .hasMessageContaining("logDirectoris");
    }

    /** Kubernetes' own Java types swallow unknown fields: the schema does not. */
    @Test
    void everyExampleSaysOnlyFieldsOfTheSchema() throws IOException {
        var schema = Crd.schema(Crd.generate());
        for (var file : examples()) {
            var example = (ObjectNode) read(file);
            example.remove("metadata");
            assertThat(Coverage.said(schema, example))
                    .as(file.toString())
                    .noneMatch(field -> field.startsWith("?"));
        }
    }

    /** The kinds of a workload exclude each other, so that no single example could say all. */
    @Test
    void theExamplesTogetherSayEveryField() throws IOException {
        var schema = Crd.schema(Crd.generate());
        schema.withObject("/properties").remove(List.of("metadata", "status"));
        var wanted = Coverage.wanted(schema);
        assertThat(wanted).hasSizeGreaterThan(300);
        var said = new TreeSet<String>();
        for (var file : examples()) {
            said.addAll(Coverage.said(schema, read(file)));
        }
        assertThat(said).containsAll(wanted);
    }

    private static JsonNode read(Path file) throws IOException {
        return YAML.readTree(Files.readString(file));
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
