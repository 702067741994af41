package dev.patterned.operator.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import okhttp3.CipherSuite;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private final OkHttpClient client = client();

    private static OkHttpClient client() {
        var builder = new OkHttpClient.Builder();
        new Connections().additionalConfig(builder);
        return builder.build();
    }

    @Test
    void noRequestWaitsForTheAcknowledgementOfItsOwnFirstHalf() throws IOException {
        try (var socket = client.socketFactory().createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void offersWhatIsFastHereFirstAndEverythingElseStill() {
        var specs = client.connectionSpecs();

        var offered = Objects.requireNonNull(specs.getFirst().cipherSuites());
        assertThat(offered).first().isEqualTo(CipherSuite.TLS_CHACHA20_POLY1305_SHA256);
        assertThat(offered)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Objects.requireNonNull(ConnectionSpec.MODERN_TLS.cipherSuites()));
        // A server on loopback may speak plain HTTP.
        assertThat(specs.getLast()).isEqualTo(ConnectionSpec.CLEARTEXT);
    }
}
