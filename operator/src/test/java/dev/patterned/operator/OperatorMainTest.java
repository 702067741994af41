package dev.patterned.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorMainTest {
    @Test
    void aWrongArgumentIsAMatterOfUsage() {
        var said = new ByteArrayOutputStream();
        var problems = new PrintStream(said, true, StandardCharsets.UTF_8);

        var code = OperatorMain.run(List.of("--http-port=many"), problems);

        assertThat(code).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("--http-port")
                .contains("a number from 0 to 65535");
    }
}
