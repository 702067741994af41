package dev.patterned.operator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void writesWholeLinesWhereThereIsNoTerminal() {
        try (var step = new ConsoleProgress(out, false).begin("Building etcd")) {
            step.done();
        }

        assertThat(text()).isEqualTo("Building etcd%nBuilding etcd: done in 0s%n".formatted());
    }

    @Test
    void rewritesOneLineOnATerminal() {
        try (var step = new ConsoleProgress(out, true).begin("Building etcd")) {
            step.done();
        }

        assertThat(text())
                .isEqualTo("Building etcd\r\u001b[KBuilding etcd: done in 0s%n".formatted());
    }

    @Test
    void saysThatAStepWasGivenUp() {
        new ConsoleProgress(out, false).begin("Building etcd").close();

        assertThat(text()).endsWith("Building etcd: given up after 0s%n".formatted());
    }

    @Test
    void showsElapsedTimeAndWhatIsInWork() {
        assertThat(
                        ConsoleProgress.running(
                                "Building etcd", Duration.ofSeconds(65), "golang.org/x/net"))
                .isEqualTo("Building etcd: 1m 05s (golang.org/x/net)");
        assertThat(ConsoleProgress.running("Building etcd", Duration.ofMillis(7900), ""))
                .isEqualTo("Building etcd: 7s");
    }

    @Test
    void cutsALineThatWouldWrap() {
        assertThat(ConsoleProgress.fitted("x".repeat(200))).hasSize(79).endsWith("…");
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
