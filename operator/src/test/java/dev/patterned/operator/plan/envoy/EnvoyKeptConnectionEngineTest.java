package dev.patterned.operator.plan.envoy;

import static dev.patterned.operator.plan.envoy.Ambassadors.inboundHttp;
import static dev.patterned.operator.testing.engines.HttpBackend.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patterned.operator.testing.engines.Ports;
import dev.patterned.operator.testing.engines.SocketBackend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller that keeps its connection must not stay with a Pod that is being stopped. */
class EnvoyKeptConnectionEngineTest {
    /** Main is held up for five when its Pod stops, and endpoints need a moment to go. */
    private static final Duration IN_TIME = Duration.ofMillis(4500);

    /** Longer than a connection is kept and drained together. */
    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir Path folder;

    @Test
    void isAskedForANewOneWithAnAnswerAndLosesNone() throws IOException {
        try (var main = answering(200, "main")) {
            var listener = inboundHttp(0, main.port());
            try (var _ = RunningEnvoy.start(folder, listener);
                    var socket = Ports.connect(listener.port())) {
                var answers = new ArrayList<List<String>>();
                var reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII));
                await("the wish to close")
                        .pollInterval(Duration.ofMillis(50))
                        .atMost(IN_TIME)
                        .until(() -> {
                            answers.add(ask(socket, reader));
                            return answers.getLast().contains("connection: close");
                        });
                assertThat(answers)
                        .hasSizeGreaterThan(20)
                        .allSatisfy(answer -> assertThat(answer).contains("http/1.1 200 ok"));
                assertThat(reader.read()).as("closed then").isEqualTo(-1);
            }
        }
    }

    @Test
    void isLeftAloneWhileSomethingGoesOnOnIt() throws IOException {
        try (var main = SocketBackend.upgrading()) {
            var listener = inboundHttp(0, main.port());
            try (var _ = RunningEnvoy.start(folder, listener);
                    var socket = new WebSocketClient(listener.port())) {
                assertThat(socket.status()).contains(" 101 ");
                await("echoes")
                        .during(LONG)
                        .atMost(LONG.plusSeconds(5))
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> socket.echoOf("still").equals("still"));
            }
        }
    }

    /** Sends a request and returns the lines of the answer's head, in small letters. */
    private static List<String> ask(Socket socket, BufferedReader reader) throws IOException {
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var head = new ArrayList<String>();
        var length = 0;
        for (var line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
            head.add(line.toLowerCase(Locale.ROOT));
            if (head.getLast().startsWith("content-length: ")) {
                length = Integer.parseInt(head.getLast().substring("content-length: ".length()));
            }
        }
        for (var left = length; left > 0; left--) {
            assertThat(reader.read()).isNotNegative();
        }
        return head;
    }
}
