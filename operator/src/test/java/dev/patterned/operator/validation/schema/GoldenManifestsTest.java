package dev.patterned.operator.validation.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.GoldenCases;
import dev.patterned.operator.testing.GoldenCases.GoldenCase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is good stays good under the schema, and means the same as what the client reads. */
class GoldenManifestsTest {
    private static final ManifestReader READER = new ManifestReader(PatternedAppSchema.load());

    static List<GoldenCase> cases() {
        return GoldenCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsTheClientDoes(GoldenCase golden) throws IOException {
        var manifest = READER.read(golden.name(), Files.readString(golden.input())).getFirst();
        assertThat(manifest.content()).isInstanceOf(Manifest.App.class);
        var app = ((Manifest.App) manifest.content()).app();
        assertThat(app.getMetadata()).isEqualTo(golden.app().getMetadata());
        assertThat(app.getSpec()).isEqualTo(golden.app().getSpec());
    }
}
