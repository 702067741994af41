package dev.patterned.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.patterned.operator.scripts.WaitBench.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.patterned.operator.scripts.Shell#all")
class TlsWaitTest {
    private static final String PASSWORD = "changeit";

    private static Path store = Path.of("");
    private static Path authority = Path.of("");

    private final Path directory;
    private final WaitBench bench;

    TlsWaitTest(Shell shell, @TempDir Path directory) throws IOException {
        this.directory = directory;
        bench = new WaitBench(shell, directory, Shell.only("curl"));
    }

    @BeforeAll
    static void makesACertificate(@TempDir Path directory) throws Exception {
        store = directory.resolve("server.p12");
        authority = directory.resolve("ca.crt");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var arguments =
                "-genkeypair -alias it -keyalg EC -groupname secp256r1 -dname CN=it -validity 2"
                        + " -ext san=ip:127.0.0.1 -ext bc=ca:true -storetype PKCS12 -storepass ";
        var line = tool + " " + arguments + PASSWORD + " -keystore " + store;
        var process =
                new ProcessBuilder(line.split(" "))
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("keytool").toFile())
                        .start();
        assertThat(process.waitFor()).as("keytool").isZero();
        var certificate =
                KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()).getCertificate("it");
        var text = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
        Files.writeString(
                authority,
                "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    }

    @Test
    void certificatesAreVerified() throws IOException, GeneralSecurityException {
        var other = Files.writeString(directory.resolve("empty.crt"), "");
        var server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        try {
            var url = "https://127.0.0.1:" + server.getAddress().getPort() + "/";

            assertThat(run(url, authority.toString())).isEqualTo(new Outcome(0, "it: ready"));
            assertThat(run(url.replace("127.0.0.1", "localhost"), authority.toString()))
                    .isEqualTo(new Outcome(1, "it: certificate is for another name"));
            assertThat(run(url, "").message()).startsWith("it: certificate not trusted: ");
            assertThat(run(url, other.toString()).message())
                    .isEqualTo("it: CA file cannot be read");
        } finally {
            server.stop(0);
        }
    }

    private Outcome run(String url, String authority) throws IOException {
        return bench.run(Map.of("KIND", "http", "URL", url, "CA_FILE", authority));
    }

    private static SSLContext context() throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
