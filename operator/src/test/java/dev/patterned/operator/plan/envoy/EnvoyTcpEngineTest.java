package dev.patterned.operator.plan.envoy;

import static dev.patterned.operator.plan.envoy.Ambassadors.outbound;
import static dev.patterned.operator.plan.envoy.Ambassadors.upstream;
import static dev.patterned.operator.plan.envoy.Ambassadors.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.OutboundProtocol.Tcp;
import dev.patterned.operator.testing.engines.EngineProcess;
import dev.patterned.operator.testing.engines.Ports;
import dev.patterned.operator.testing.engines.SocketBackend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvoyTcpEngineTest {
    @TempDir Path folder;

    @Test
    void spreadsByWeight() throws IOException {
        try (var one = SocketBackend.naming("one");
                var two = SocketBackend.naming("two")) {
            var listener =
                    outbound(
                            new Tcp(),
                            weighted("one", one.port(), 3),
                            weighted("two", two.port(), 1));
            try (var _ = RunningEnvoy.start(folder, listener)) {
                var names = names(listener, 40);
                assertThat(names).filteredOn("one"::equals).hasSizeBetween(29, 31);
                assertThat(names).filteredOn("two"::equals).hasSizeBetween(9, 11);
            }
        }
    }

    @Test
    void noConnectionFailsWhileOneUpstreamIsThere() throws IOException {
        try (var one = SocketBackend.naming("one");
                var two = SocketBackend.naming("two")) {
            var listener =
                    outbound(new Tcp(), upstream("one", one.port()), upstream("two", two.port()));
            try (var _ = RunningEnvoy.start(folder, listener)) {
                assertThat(names(listener, 10)).contains("one", "two");
                one.stop();
                assertThat(names(listener, 40)).containsOnly("two");

                one.restart();
                await().atMost(EngineProcess.PATIENCE)
                        .untilAsserted(() -> assertThat(names(listener, 4)).contains("one"));
            }
        }
    }

    @Test
    void closesAtOnceWhenNoneIsThereAndServesWhenOneIsBack() throws IOException {
        try (var one = SocketBackend.naming("one");
                var two = SocketBackend.naming("two")) {
            var listener =
                    outbound(new Tcp(), upstream("one", one.port()), upstream("two", two.port()));
            one.stop();
            two.stop();
            try (var _ = RunningEnvoy.start(folder, listener)) {
                assertThat(names(listener, 5)).containsOnly("");
                two.restart();
                await().atMost(EngineProcess.PATIENCE)
                        .untilAsserted(() -> assertThat(names(listener, 1)).containsExactly("two"));
            }
        }
    }

    @Test
    void closesWhatIsAboveTheLimit() throws IOException {
        try (var one = SocketBackend.naming("one")) {
            var listener = outbound(new Tcp(), 2, upstream("one", one.port()));
            try (var _ = RunningEnvoy.start(folder, listener);
                    var first = Ports.connect(listener.port());
                    var second = Ports.connect(listener.port());
                    var third = Ports.connect(listener.port())) {
                assertThat(List.of(name(first), name(second), name(third)))
                        .containsExactly("one", "one", "");
            }
        }
    }

    private static List<String> names(Outbound listener, int connections) {
        return IntStream.range(0, connections).mapToObj(_ -> name(listener)).toList();
    }

    private static String name(Outbound listener) {
        try (var socket = Ports.connect(listener.port())) {
            return name(socket);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Who has answered; empty when the connection was closed instead. */
    private static String name(Socket socket) throws IOException {
        var reader =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        try {
            return Objects.requireNonNullElse(reader.readLine(), "");
        } catch (java.net.SocketException reset) {
            return "";
        }
    }
}
