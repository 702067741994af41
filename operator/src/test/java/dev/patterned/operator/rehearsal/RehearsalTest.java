package dev.patterned.operator.rehearsal;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final String EXAMPLE = "/dev/patterned/api/examples/sidecar.yaml";

    @Test
    void theOperatorBringsUpAndRepairsEveryApp() throws IOException {
        try (var example = RehearsalTest.class.getResourceAsStream(EXAMPLE)) {
            var bytes = Objects.requireNonNull(example).readAllBytes();
            var manifest = new String(bytes, StandardCharsets.UTF_8);

            assertThatCode(() -> Rehearsal.run(manifest, 3)).doesNotThrowAnyException();
        }
    }
}
