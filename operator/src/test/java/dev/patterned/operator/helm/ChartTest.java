package dev.patterned.operator.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
    /** Every value that has a template's branch of its own. */
    private static final String EVERYTHING =
            """
            imagePullSecrets: [{name: pull}]
            fullnameOverride: expander
            crds: {keep: false}
            watchNamespaces: [team-a, team-b]
            logging: {format: text, level: debug}
            resources: {limits: {cpu: 1, memory: 1Gi}}
            extraEnv: [{name: A, value: b}, {name: P, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]
            podAnnotations: {example.org/a: "1"}
            nodeSelector: {kubernetes.io/arch: amd64}
            tolerations: [{key: a, operator: Exists, effect: NoSchedule}]
            affinity: {podAntiAffinity: {}, nodeAffinity: {}}
            """;

    @Test
    void strictLintFindsNothing() {
        var result = new Helm(ChartFixture.folder()).lint().strict().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
        assertThat(result.getMessages()).noneMatch(message -> message.contains("[WARNING]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.33.0", "1.33.13", "1.34.0-eks-1234567", "1.37.2"})
    void supportedServersAreAdmitted(String version) {
        assertThat(ChartFixture.chart().onKubernetes(version).resources()).isNotEmpty();
    }

    @Test
    void aServerThatIsTooOldIsRefused() {
        var chart = ChartFixture.chart().onKubernetes("1.32.9");

        assertThatThrownBy(chart::text).hasMessageContaining("requires kubeVersion: >=1.33.0-0");
    }

    @Test
    void withoutAnImageItSaysWhatToSet() {
        var chart = ChartFixture.chart().withOnly("");

        assertThatThrownBy(chart::text).hasMessageContaining("image.repository is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", EVERYTHING, "crds: {install: false}", "watchNamespaces: [only]"})
    void everyFieldOfEveryDocumentIsOneOfKubernetes(String values) throws IOException {
        var chart = ChartFixture.chart().with(values);
        var strict = mapperThatKnowsEveryField();
        var documents = ChartText.documents(chart.text());
        var parsed = chart.resources();

        assertThat(parsed).hasSameSizeAs(documents);
        for (int i = 0; i < documents.size(); i++) {
            strict.readValue(documents.get(i), parsed.get(i).getClass());
        }
    }

    @Test
    void aFieldThatKubernetesDoesNotHaveWouldBeSeen() {
        var strict = mapperThatKnowsEveryField();

        assertThatThrownBy(() -> strict.readValue("spec: {replica: 1}", Deployment.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void everyObjectHasTheStandardLabelsAndNamespacedOnesTheirNamespace() {
        for (var object : ChartFixture.chart().inNamespace("elsewhere").resources()) {
            assertThat(object.getMetadata().getLabels())
                    .as(describe(object))
                    .containsEntry("app.kubernetes.io/name", "patterned")
                    .containsEntry("app.kubernetes.io/instance", ChartFixture.RELEASE)
                    .containsEntry("app.kubernetes.io/managed-by", "Helm")
                    .containsKeys("app.kubernetes.io/version", "helm.sh/chart");
            if (object instanceof Namespaced) {
                assertThat(object.getMetadata().getNamespace())
                        .as(describe(object))
                        .isEqualTo("elsewhere");
            }
        }
    }

    @Test
    void theOverriddenNameIsInEveryObjectButTheDefinition() {
        assertThat(ChartFixture.chart().with("fullnameOverride: expander").resources())
                .extracting(object -> object.getMetadata().getName())
                .allMatch(name ->
                        name.startsWith("expander") || name.equals("patternedapps.patterned.dev"));
    }

    @Test
    void chartAndProjectHaveOneVersion() throws IOException {
        var pom = Files.readString(ChartFixture.folder().resolveSibling("pom.xml"));
        var version = Pattern.compile("<version>(.+?)</version>").matcher(pom);
        assertThat(version.find()).isTrue();
        var chart = new YAMLMapper().readTree(ChartFixture.folder().resolve("Chart.yaml").toFile());

        assertThat(chart.path("version").asText()).isEqualTo(version.group(1));
        assertThat(chart.path("appVersion").asText()).isEqualTo(version.group(1));
    }

    private static String describe(HasMetadata object) {
        return object.getKind() + " " + object.getMetadata().getName();
    }

    /** The client's types swallow unknown fields into a map; without that map they are refused. */
    private static ObjectMapper mapperThatKnowsEveryField() {
        return YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .annotationIntrospector(new NoMapOfUnknownFields())
                .build();
    }

    private static final class NoMapOfUnknownFields extends JacksonAnnotationIntrospector {
        @Serial private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
