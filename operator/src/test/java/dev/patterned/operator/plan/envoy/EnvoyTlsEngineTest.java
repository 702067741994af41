package dev.patterned.operator.plan.envoy;

import static dev.patterned.operator.plan.envoy.Ambassadors.http;
import static dev.patterned.operator.plan.envoy.Ambassadors.upstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.OutboundProtocol;
import dev.patterned.operator.model.Outbound.UpstreamTls;
import dev.patterned.operator.model.Target.CertificateAuthority.FromSecret;
import dev.patterned.operator.testing.engines.EngineProcess;
import dev.patterned.operator.testing.engines.Http2;
import dev.patterned.operator.testing.engines.HttpBackend;
import dev.patterned.operator.testing.engines.Ports;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One upstream that asks for a client's certificate, and who gets there. */
class EnvoyTlsEngineTest {
    private static final String NAME = "api.example.test";
    private static final TlsFiles FILES = new TlsFiles("api");

    @TempDir static Path shared;
    @TempDir Path folder;
    private static Certificates trusted;
    private static Certificates foreign;
    private static HttpsServer server;
    private static int port;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        trusted = new Certificates(shared.resolve("trusted"));
        trusted.issue("server", "dns:*.example.test");
        trusted.issue("client", "dns:shop");
        foreign = new Certificates(shared.resolve("foreign"));
        port = Ports.free();
        server =
                HttpsServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setHttpsConfigurator(asking(trusted.server("server")));
        server.createContext(
                "/",
                exchange ->
                        HttpBackend.answer(
                                exchange, 200, exchange.getRequestHeaders().getFirst("Host")));
        server.start();
    }

    private static HttpsConfigurator asking(SSLContext context) {
        return new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var chosen = context.getDefaultSSLParameters();
                chosen.setNeedClientAuth(true);
                parameters.setSSLParameters(chosen);
            }
        };
    }

    @AfterAll
    static void end() {
        server.stop(0);
    }

    @Test
    void bothSidesShowWhoTheyAre() throws IOException, GeneralSecurityException {
        mountAuthority(trusted);
        mountClient();
        var listener = listener(NAME, true);
        try (var envoy = RunningEnvoy.start(folder, listener)) {
            var answer = envoy.get(listener.port(), "/");
            assertThat(answer.body()).isEqualTo(NAME + ":" + port);
        }
    }

    @Test
    void gRpcCallsGoTheSameWay() throws IOException, GeneralSecurityException {
        mountAuthority(trusted);
        mountClient();
        try (var orders = Http2.echo(trusted.server("server"))) {
            var protocol = new OutboundProtocol.Grpc(Ambassadors.GRPC_DEFAULTS);
            var listener = listener(protocol, orders.port(), NAME, true);
            try (var _ = RunningEnvoy.start(folder, listener)) {
                assertThat(Http2.call(listener.port(), "hello")).isEqualTo("hello");
            }
        }
    }

    @Test
    void anUpstreamOfAnotherNameIsNoUpstream() throws IOException, GeneralSecurityException {
        mountAuthority(trusted);
        mountClient();
        var listener = listener("api.other.test", true);
        try (var envoy = RunningEnvoy.start(folder, listener)) {
            assertThat(envoy.get(listener.port(), "/").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void anUpstreamThatNobodyVouchesForIsNoneUntilAnAuthorityIsMountedThatDoes()
            throws IOException, GeneralSecurityException {
        mountAuthority(foreign);
        mountClient();
        var listener = listener(NAME, true);
        try (var envoy = RunningEnvoy.start(folder, listener)) {
            assertThat(envoy.get(listener.port(), "/").statusCode()).isEqualTo(503);
            mountAuthority(trusted);
            await().atMost(EngineProcess.PATIENCE)
                    .untilAsserted(() ->
                            assertThat(envoy.get(listener.port(), "/").statusCode())
                                    .as("without a restart")
                                    .isEqualTo(200));
        }
    }

    @Test
    void aClientWithoutCertificateIsSentAway() throws IOException {
        mountAuthority(trusted);
        var listener = listener(NAME, false);
        try (var envoy = RunningEnvoy.start(folder, listener)) {
            assertThat(envoy.get(listener.port(), "/").statusCode()).isEqualTo(503);
        }
    }

    private static Outbound listener(String serverName, boolean certificate) {
        return listener(http(), port, serverName, certificate);
    }

    private static Outbound listener(
            OutboundProtocol protocol, int upstream, String serverName, boolean certificate) {
        var tls =
                new UpstreamTls(
                        new FromSecret(new SecretKeySelector("ca.crt", "ca", null)),
                        certificate ? Optional.of("client") : Optional.empty(),
                        serverName);
        return new Outbound(
                "api",
                Ports.free(),
                protocol,
                List.of(upstream("api", upstream)),
                Duration.ofSeconds(1),
                100,
                Optional.of(tls));
    }

    /** As the kubelet does: a new folder beside, and one rename of a link. */
    private void mountAuthority(Certificates authority) throws IOException {
        var mount = mount(FILES.authorityDirectory());
        var data = Files.createDirectory(mount.resolve("..data-" + System.nanoTime()));
        Files.copy(authority.authority(), data.resolve(TlsFiles.AUTHORITY));
        var link = Files.createSymbolicLink(mount.resolve("..data_tmp"), data.getFileName());
        Files.move(link, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        var file = mount.resolve(TlsFiles.AUTHORITY);
        if (!Files.isSymbolicLink(file)) {
            Files.createSymbolicLink(file, Path.of("..data", TlsFiles.AUTHORITY));
        }
    }

    private void mountClient() throws IOException, GeneralSecurityException {
        var mount = mount(FILES.clientDirectory());
        trusted.write("client", mount.resolve(TlsFiles.CERTIFICATE), mount.resolve(TlsFiles.KEY));
    }

    private Path mount(String directory) throws IOException {
        return Files.createDirectories(Path.of(RunningEnvoy.moved(directory, folder)));
    }
}
