package dev.patterned.operator.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import okhttp3.CipherSuite;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    @Test
    void offersWhatIsFastHereFirstAndEverythingElseStill() {
        var builder = new OkHttpClient.Builder();
        new Connections().additionalConfig(builder);
        var specs = builder.build().connectionSpecs();

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
