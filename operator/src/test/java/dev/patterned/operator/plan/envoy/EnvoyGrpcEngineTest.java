package dev.patterned.operator.plan.envoy;

import static dev.patterned.operator.plan.envoy.Ambassadors.inbound;
import static dev.patterned.operator.plan.envoy.Ambassadors.outbound;
import static dev.patterned.operator.plan.envoy.Ambassadors.upstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.model.Inbound.InboundProtocol;
import dev.patterned.operator.model.Outbound.OutboundProtocol;
import dev.patterned.operator.testing.engines.Http2;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvoyGrpcEngineTest {
    @TempDir Path folder;

    @Test
    void callsGoOutAndFindTheServerThatIsThere() throws IOException {
        try (var lost = Http2.echo();
                var well = Http2.echo()) {
            var listener =
                    outbound(
                            new OutboundProtocol.Grpc(Ambassadors.GRPC_DEFAULTS),
                            upstream("lost", lost.port()),
                            upstream("well", well.port()));
            try (var _ = RunningEnvoy.start(folder, listener)) {
                assertThat(Http2.call(listener.port(), "first")).isEqualTo("first");
                lost.close();
                for (var call = 0; call < 10; call++) {
                    assertThat(Http2.call(listener.port(), "call " + call))
                            .isEqualTo("call " + call);
                }
            }
        }
    }

    @Test
    void callsComeInThroughAListenerForThem() throws IOException {
        try (var main = Http2.echo()) {
            var listener = inbound(new InboundProtocol.Grpc(Optional.empty(), 0), main.port());
            try (var _ = RunningEnvoy.start(folder, listener)) {
                assertThat(Http2.call(listener.port(), "hello")).isEqualTo("hello");
            }
        }
    }

    @Test
    void callsComeInThroughAListenerForHttpToo() throws IOException {
        try (var main = Http2.echo()) {
            var listener = Ambassadors.inboundHttp(0, main.port());
            try (var _ = RunningEnvoy.start(folder, listener)) {
                assertThat(Http2.call(listener.port(), "hello")).isEqualTo("hello");
            }
        }
    }
}
