package dev.patterned.api.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The committed files are what the records say. */
class GeneratedFilesTest {
    private static final String REFRESH =
            "./mvnw -pl crds test -Dtest=GeneratedFilesTest -Dpatterned.refresh=true";

    @Test
    void committedFilesFollowFromTheRecords() throws IOException {
        for (var file : GeneratedFiles.make().entrySet()) {
            var path = Path.of(file.getKey());
            if (Boolean.getBoolean("patterned.refresh")) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, file.getValue());
            }
            assertThat(path)
                    .as("crds/%s is out of date: run %s", path, REFRESH)
                    .exists()
                    .hasContent(file.getValue());
        }
    }

    /**
     * Only by hand, when the oldest supported release changes: {@code -Dpatterned.openapi=} its
     * {@code api/openapi-spec/v3} folder.
     */
    @Test
    @EnabledIfSystemProperty(named = "patterned.openapi", matches = ".+")
    void extractKubernetesTypes() throws IOException {
        var roots = new TreeSet<>(Records.kubernetesTypes(PatternedAppSpec.class));
        roots.addAll(Records.kubernetesTypes(PatternedAppStatus.class));
        var types =
                KubernetesTypesExtraction.extract(
                        Path.of(System.getProperty("patterned.openapi")),
                        roots,
                        "Kubernetes v1.33.13, api/openapi-spec/v3 (Apache-2.0)");
        Files.writeString(
                Path.of("src/test/resources" + KubernetesTypes.RESOURCE),
                types.toPrettyString() + "\n");
    }
}
