package dev.patterned.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {
    private static final Duration STOP = Duration.ofMillis(300);

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.patterned.operator.scripts.Shell#busyBoxes")
    void itStopsWhenItIsToldToButNotAtOnce(Shell shell) throws IOException, InterruptedException {
        var command = shell.command(Shell.script("gate.sh"));
        command.environment().put("SECONDS_TO_STOP", "0.3");
        var gate = command.start();
        try {
            await().until(() -> gate.children().findAny().isPresent());
            var told = Instant.now();
            gate.destroy();

            assertThat(gate.waitFor(15, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.between(told, Instant.now())).isGreaterThanOrEqualTo(STOP);
            assertThat(gate.exitValue()).isZero();
        } finally {
            gate.destroyForcibly();
        }
    }
}
