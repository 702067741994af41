package dev.patterned.operator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsTest {
    @ParameterizedTest(name = "{0} is answered to {1} requests")
    @CsvSource({"503, 4", "429, 4", "500, 4", "409, 1", "403, 1"})
    void troubleIsRetriedAFewTimesAndRefusalsNever(int status, int requests) throws IOException {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(loopback, 0);
        var count = new AtomicInteger();
        server.createContext(
                "/",
                exchange -> {
                    count.incrementAndGet();
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        var config = new ConfigBuilder(Config.empty()).withMasterUrl(url).build();
        try (var client = Clients.create(config)) {
            assertThatExceptionOfType(KubernetesClientException.class)
                    .isThrownBy(() -> client.services().inNamespace("a").list());
        } finally {
            server.stop(0);
        }

        assertThat(count).hasValue(requests);
    }
}
