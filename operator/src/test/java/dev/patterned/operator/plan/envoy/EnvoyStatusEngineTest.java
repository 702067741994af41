package dev.patterned.operator.plan.envoy;

import static dev.patterned.operator.plan.envoy.Ambassadors.inboundHttp;
import static dev.patterned.operator.testing.engines.HttpBackend.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.testing.engines.HttpBackend;
import dev.patterned.operator.testing.engines.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others can do to a running Envoy, and how it ends. */
class EnvoyStatusEngineTest {
    @TempDir Path folder;
    private final HttpBackend main = answering(200, "main");
    private final Ambassador.Envoy ambassador =
            Ambassadors.envoy(List.of(), List.of(inboundHttp(0, main.port())));
    private RunningEnvoy envoy;

    @BeforeEach
    void start() {
        envoy = RunningEnvoy.start(folder, ambassador);
    }

    @AfterEach
    void end() {
        envoy.close();
        main.close();
    }

    @Test
    void thePortForAllTellsReadinessAndMetricsAndNothingElse() throws IOException {
        assertThat(status("GET /ready")).isEqualTo(200);
        assertThat(status("GET /stats/prometheus")).isEqualTo(200);
        for (var other :
                List.of(
                        "GET /",
                        "GET /stats",
                        "GET /config_dump",
                        "GET /certs",
                        "GET /quitquitquit",
                        "POST /quitquitquit",
                        "POST /ready",
                        "POST /stats/prometheus",
                        "GET /ready/",
                        "GET //quitquitquit",
                        "GET /ready/../quitquitquit",
                        "GET /ready%2f..%2fquitquitquit",
                        "GET /stats/prometheus/../../config_dump",
                        "GET http://a/config_dump")) {
            assertThat(status(other)).as(other).isEqualTo(404);
        }
        assertThat(envoy.process().isAlive()).isTrue();
    }

    @Test
    void metricsAreThoseInUse() {
        assertThat(envoy.get(ambassador.inbound().getFirst().port(), "/").statusCode())
                .isEqualTo(200);
        assertThat(envoy.status("/stats/prometheus").body())
                .contains(
                        "envoy_http_downstream_rq_total{envoy_http_conn_manager_prefix=\"in_web\"} 1")
                .hasSizeLessThan(60_000);
    }

    @Test
    void theAdministrationIsOnTheLoopbackAlone() throws IOException {
        // Stands for any other address of this machine.
        var other = new InetSocketAddress("127.0.0.3", ambassador.adminPort());
        assertThat(Ports.accepts(ambassador.adminPort())).isTrue();
        try (var socket = new Socket()) {
            assertThat(catchThrowable(() -> socket.connect(other, 2000)))
                    .isInstanceOf(ConnectException.class);
        }
    }

    /** The order of containers relies on it: main has ended by then, and nobody waits for Envoy. */
    @Test
    void endsAtOnceAndWellWhenItIsTold() {
        var start = System.nanoTime();
        assertThat(envoy.process().terminate()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void canBeMadeToSendCallersAwayWhileItGoesOnServing() {
        var port = ambassador.inbound().getFirst().port();
        assertThat(envoy.get(port, "/").headers().firstValue("connection")).isEmpty();
        assertThat(envoy.postToAdmin("/healthcheck/fail").statusCode()).isEqualTo(200);
        assertThat(envoy.status("/ready").statusCode()).isEqualTo(503);
        var answer = envoy.get(port, "/");
        assertThat(answer.body()).isEqualTo("main");
        assertThat(answer.headers().firstValue("connection")).contains("close");
    }

    @Test
    void writesNothingButItsLog() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.equals(EnvoyBootstrap.FILE) || name.endsWith(".log"));
        }
        assertThat(envoy.process().log()).isEmpty();
    }

    /** The code of the answer to a request line, sent as it is. */
    private int status(String line) throws IOException {
        try (var socket = Ports.connect(ambassador.statusPort())) {
            socket.getOutputStream()
                    .write(
                            (line
                                            + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            var reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(reader.readLine().split(" ")[1]);
        }
    }
}
