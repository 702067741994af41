package dev.patterned.operator.plan.envoy;

import static dev.patterned.operator.plan.envoy.Ambassadors.inbound;
import static dev.patterned.operator.plan.envoy.Ambassadors.inboundHttp;
import static dev.patterned.operator.testing.engines.HttpBackend.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patterned.operator.model.Inbound;
import dev.patterned.operator.model.Inbound.InboundProtocol;
import dev.patterned.operator.testing.engines.EngineProcess;
import dev.patterned.operator.testing.engines.HttpBackend;
import dev.patterned.operator.testing.engines.HttpBackend.Seen;
import dev.patterned.operator.testing.engines.Ports;
import dev.patterned.operator.testing.engines.SocketBackend;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvoyInboundEngineTest {
    private static final String FORGED = "6.6.6.6";

    @TempDir Path folder;

    @Test
    void mainSeesWhoReallyCallsAndTheRequestAsItWas() {
        try (var main = answering(200, "main")) {
            var listener = inboundHttp(0, main.port());
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                var answer =
                        envoy.get(
                                listener.port(),
                                "/a//b/../c?d=%2F",
                                "x-forwarded-for",
                                FORGED,
                                "forwarded",
                                "for=" + FORGED,
                                "x-real-ip",
                                FORGED,
                                "x-forwarded-proto",
                                "https",
                                "x-envoy-upstream-rq-timeout-ms",
                                "1",
                                "authorization",
                                "Bearer x");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(main.seen())
                        .singleElement()
                        .satisfies(seen -> {
                            assertThat(seen.path()).isEqualTo("/a//b/../c?d=%2F");
                            assertThat(seen.header("x-forwarded-for"))
                                    .containsExactly(RunningEnvoy.CALLER);
                            assertThat(seen.header("x-forwarded-proto")).containsExactly("http");
                            assertThat(seen.header("authorization")).containsExactly("Bearer x");
                            assertThat(seen.header("host"))
                                    .containsExactly("127.0.0.1:" + listener.port());
                            assertThat(seen.headers().toString()).doesNotContain(FORGED);
                            assertThat(seen.headers().keySet())
                                    .noneMatch(it ->
                                            it.toLowerCase(Locale.ROOT).startsWith("x-envoy"));
                        });
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void believesAsManyProxiesAsItIsTold(int trustedHops) {
        try (var main = answering(200, "main")) {
            var listener = inboundHttp(trustedHops, main.port());
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                envoy.get(listener.port(), "/", "x-forwarded-for", "10.1.1.1, 10.2.2.2");
                assertThat(main.seen().getFirst().header("x-forwarded-for"))
                        .containsExactly("10.1.1.1, 10.2.2.2," + RunningEnvoy.CALLER);
            }
        }
    }

    @Test
    void answersAreNotCutForTakingLong() throws IOException {
        try (var main =
                new HttpBackend(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('a');
                    exchange.getResponseBody().flush();
                    // Longer than any time of Envoy's that a test can shorten: see the timed one.
                })) {
            var listener = inboundHttp(0, main.port());
            var timed =
                    new Inbound(
                            "timed",
                            Ports.free(),
                            new InboundProtocol.Http(Optional.of(Duration.ofMillis(300)), 0),
                            main.port());
            try (var _ = RunningEnvoy.start(folder, List.of(), List.of(listener, timed));
                    var open = Ports.connect(listener.port());
                    var cut = Ports.connect(timed.port())) {
                var request =
                        "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
                open.getOutputStream().write(request);
                cut.getOutputStream().write(request);
                assertThat(cut.getInputStream().readAllBytes()).as("until it is cut").isNotEmpty();
                open.getInputStream().read();
                open.setSoTimeout(1);
                assertThat(isOpen(open)).isTrue();
            }
        }
    }

    private static boolean isOpen(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
            return false;
        } catch (SocketTimeoutException nothingMore) {
            return true;
        }
    }

    @Test
    void saysSoWhileMainIsNotThere() {
        try (var main = answering(200, "main")) {
            var listener = inboundHttp(0, main.port());
            main.stop();
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                assertThat(envoy.get(listener.port(), "/").statusCode()).isEqualTo(503);
                main.restart();
                await().atMost(EngineProcess.PATIENCE)
                        .untilAsserted(() ->
                                assertThat(envoy.get(listener.port(), "/").statusCode())
                                        .isEqualTo(200));
            }
        }
    }

    @Test
    void doesNotRepeatWhatMainRefuses() {
        try (var main = answering(503, "busy")) {
            var listener = inboundHttp(0, main.port());
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                assertThat(envoy.get(listener.port(), "/").body()).isEqualTo("busy");
                assertThat(main.seen()).extracting(Seen::method).containsExactly("GET");
            }
        }
    }

    @Test
    void passesWebSocketsAndOldClients() throws IOException {
        try (var main = SocketBackend.upgrading();
                var old = answering(200, "old")) {
            var listener = inboundHttp(0, main.port());
            var web =
                    new Inbound(
                            "old",
                            Ports.free(),
                            new InboundProtocol.Http(Optional.empty(), 0),
                            old.port());
            try (var _ = RunningEnvoy.start(folder, List.of(), List.of(listener, web));
                    var socket = new WebSocketClient(listener.port());
                    var client = Ports.connect(web.port())) {
                assertThat(socket.status()).isEqualTo("HTTP/1.1 101 Switching Protocols");
                assertThat(socket.echoOf("hello")).isEqualTo("hello");
                client.getOutputStream()
                        .write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(
                                new String(
                                        client.getInputStream().readAllBytes(),
                                        StandardCharsets.US_ASCII))
                        .contains(" 200 ")
                        .endsWith("old");
            }
        }
    }

    @Test
    void passesBytes() throws IOException {
        try (var main = SocketBackend.naming("main")) {
            var listener = inbound(new InboundProtocol.Tcp(), main.port());
            try (var _ = RunningEnvoy.start(folder, listener);
                    var client = Ports.connect(listener.port())) {
                assertThat(
                                new String(
                                        client.getInputStream().readNBytes(4),
                                        StandardCharsets.US_ASCII))
                        .isEqualTo("main");
            }
        }
    }
}
