package dev.patterned.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.patterned.operator.scripts.WaitBench.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.patterned.operator.scripts.Shell#all")
class GrpcWaitTest {
    private static final String SERVING = "00000000020801";

    private final WaitBench bench;

    GrpcWaitTest(Shell shell, @TempDir Path directory) throws IOException {
        bench = new WaitBench(shell, directory, Shell.only("curl"));
    }

    @BeforeEach
    void needsHttp2() throws IOException, InterruptedException {
        var curl = Shell.only("curl").resolve("curl").toString();
        var version = new ProcessBuilder(curl, "--version").start();
        var features = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(version.waitFor()).isZero();
        assumeTrue(features.contains("HTTP2"), "this curl has no HTTP/2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00000000020801 | 0 | 0 | it: ready",
                "00000000020802 | 0 | 1 | it: NOT_SERVING",
                "00000000020803 | 0 | 1 | it: service unknown to the server",
                "0000000000 | 0 | 1 | it: health unknown",
                "00000000020801 | 2 | 1 | it: grpc-status 2",
                "'' | 5 | 1 | it: service unknown to the server",
                "'' | 12 | 1 | 'it: UNIMPLEMENTED: the server has no health service'",
                "'' | 14 | 1 | it: UNAVAILABLE"
            })
    void theHealthServiceDecides(String answer, int grpcStatus, int exitCode, String message)
            throws IOException {
        try (var server = new HealthServer(answer, grpcStatus)) {
            assertThat(check(server.port(), "")).isEqualTo(new Outcome(exitCode, message));
            assertThat(server.asked()).isEqualTo("0000000000");
        }
    }

    @Test
    void itAsksForTheServiceByName() throws IOException {
        try (var server = new HealthServer(SERVING, 0)) {
            assertThat(check(server.port(), "a.B_1").exitCode()).isZero();
            assertThat(server.asked()).isEqualTo("0000000007" + "0a05" + "612e425f31");
        }
    }

    @Test
    void aServerOfAnotherProtocolIsAReasonToWait() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try {
            assertThat(check(server.getAddress().getPort(), ""))
                    .isEqualTo(new Outcome(1, "it: no gRPC answer"));
        } finally {
            server.stop(0);
        }
    }

    private Outcome check(int port, String service) throws IOException {
        return bench.run(
                Map.of(
                        "KIND", "grpc",
                        "HOST", "127.0.0.1",
                        "PORT", "" + port,
                        "SERVICE_NAME", service,
                        "ATTEMPT_SECONDS", "2"));
    }
}
