package dev.patterned.operator.plan.envoy;

import static dev.patterned.operator.plan.envoy.Ambassadors.outbound;
import static dev.patterned.operator.plan.envoy.Ambassadors.upstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.OutboundProtocol;
import dev.patterned.operator.testing.engines.EngineProcess;
import dev.patterned.operator.testing.engines.Ports;
import dev.patterned.operator.testing.engines.SocketBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a wait on a listener's upstreams reads of Envoy's administration. */
class EnvoyClustersEngineTest {
    private static final String HEALTHY = "::health_flags::healthy";

    @TempDir Path folder;

    static Stream<OutboundProtocol> protocols() {
        return Stream.of(
                new OutboundProtocol.Tcp(),
                Ambassadors.http(),
                new OutboundProtocol.Grpc(Ambassadors.GRPC_DEFAULTS),
                new OutboundProtocol.Redis(false),
                new OutboundProtocol.Redis(true));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void eachClusterOfAListenerIsHealthyWhenItsUpstreamsAnswer(OutboundProtocol protocol)
            throws IOException {
        try (var one = SocketBackend.naming("one");
                var two = SocketBackend.naming("two")) {
            var listener =
                    outbound(protocol, upstream("one", one.port()), upstream("two", two.port()));
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                await().atMost(EngineProcess.PATIENCE)
                        .untilAsserted(() ->
                                assertThat(healthy(envoy))
                                        .containsAll(EnvoyBootstrap.clusters(listener)));
            }
        }
    }

    @Test
    void aShardWithoutAnAddressIsNot() throws IOException {
        try (var one = SocketBackend.naming("one")) {
            var nowhere =
                    new Outbound.Upstream(
                            "two", "nowhere.invalid", 1, Optional.empty(), OptionalInt.empty());
            var listener =
                    outbound(
                            new OutboundProtocol.Redis(false),
                            upstream("one", one.port()),
                            nowhere);
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                assertThat(healthy(envoy)).contains("out_api_shard_0");
                assertThat(EnvoyBootstrap.clusters(listener)).contains("out_api_shard_1");
                assertThat(healthy(envoy)).doesNotContain("out_api_shard_1");
            }
        }
    }

    @Test
    void aClusterOfWhichNothingAnswersIsNot() {
        var listener =
                outbound(
                        new OutboundProtocol.Tcp(),
                        upstream("one", Ports.free()),
                        upstream("two", Ports.free()));
        try (var envoy = RunningEnvoy.start(folder, listener)) {
            await().atMost(EngineProcess.PATIENCE)
                    .untilAsserted(() -> assertThat(healthy(envoy)).doesNotContain("out_api"));
        }
    }

    private static List<String> healthy(RunningEnvoy envoy) {
        return envoy.getFromAdmin("/clusters")
                .body()
                .lines()
                .filter(line -> line.endsWith(HEALTHY))
                .map(line -> line.substring(0, line.indexOf("::")))
                .toList();
    }
}
