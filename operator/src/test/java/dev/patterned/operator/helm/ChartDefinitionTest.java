package dev.patterned.operator.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChartDefinitionTest {
    private static final String FILE = "patternedapps.patterned.dev.yaml";
    private static final String REFRESH =
            "./mvnw -pl operator -am test -Dtest=ChartDefinitionTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dpatterned.refresh=true";

    @BeforeAll
    static void refreshIfAsked() throws IOException {
        if (Boolean.getBoolean("patterned.refresh")) {
            Files.write(copy(), Files.readAllBytes(generated()));
        }
    }

    @Test
    void theChartsCopyIsTheGeneratedDefinition() {
        assertThat(copy()).as("refresh it with: %s", REFRESH).hasSameBinaryContentAs(generated());
    }

    @Test
    void theInstalledSchemaIsTheGeneratedOne() throws IOException {
        var expected =
                new KubernetesSerialization()
                        .unmarshal(Files.readString(generated()), CustomResourceDefinition.class);

        assertThat(definition("").getSpec()).isEqualTo(expected.getSpec());
        assertThat(definition("").getMetadata().getName())
                .isEqualTo(expected.getMetadata().getName());
    }

    @Test
    void uninstallingKeepsTheDefinitionUnlessAskedOtherwise() {
        var keep = Map.of("helm.sh/resource-policy", "keep");

        assertThat(definition("").getMetadata().getAnnotations()).containsAllEntriesOf(keep);
        assertThat(definition("crds: {keep: false}").getMetadata().getAnnotations())
                .doesNotContainKey("helm.sh/resource-policy");
    }

    @Test
    void theDefinitionCanBeLeftOut() {
        assertThat(
                        ChartFixture.chart()
                                .with("crds: {install: false}")
                                .resources(CustomResourceDefinition.class))
                .isEmpty();
    }

    private static Path copy() {
        return ChartFixture.folder().resolve("files").resolve(FILE);
    }

    private static Path generated() {
        return ChartFixture.folder().resolveSibling("crds").resolve("generated").resolve(FILE);
    }

    private static CustomResourceDefinition definition(String values) {
        return ChartFixture.chart()
                .with(values)
                .resources(CustomResourceDefinition.class)
                .getFirst();
    }
}
