package dev.patterned.operator.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patterned.operator.config.OperatorConfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said when something is missing. The server here only answers what is asked first. */
class PreflightTest {
    private static final String CURRENT =
            """
            {"major": "1", "minor": "37", "gitVersion": "v1.37.2"}
            """;

    @Test
    void aServerThatIsTooOldIsNamedWithTheOldestThatWillDo() throws IOException {
        var old =
                """
                {"major": "1", "minor": "32+", "gitVersion": "v1.32.9-eks"}
                """;

        assertThat(refusal(Map.of("/version", old)))
                .contains("v1.32.9-eks")
                .contains("1.33 or newer");
    }

    @Test
    void aMissingDefinitionIsNamedWithTheCommandThatInstallsIt() throws IOException {
        assertThat(refusal(Map.of("/version", CURRENT)))
                .contains("patternedapps.patterned.dev/v1alpha1")
                .contains("patterned crd | kubectl apply --server-side -f -");
    }

    @Test
    void aDefinitionThatServesAnotherVersionOnlyIsAsGoodAsNone() throws IOException {
        var others =
                """
                {"kind": "APIResourceList", "apiVersion": "v1",
                 "groupVersion": "patterned.dev/v1alpha1", "resources": []}
                """;

        assertThat(refusal(Map.of("/version", CURRENT, "/apis/patterned.dev/v1alpha1", others)))
                .contains("patterned crd");
    }

    @Test
    void credentialsThatAreRefusedAreSaid() throws IOException {
        assertThat(refusal(Map.of("/version", "401"))).contains("credentials").contains("401");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertThat(refusal("http://127.0.0.1:1"))
                .contains("http://127.0.0.1:1/")
                .contains("cannot be reached");
    }

    private static String refusal(Map<String, String> answers) throws IOException {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(loopback, 0);
        server.createContext(
                "/", exchange -> answer(exchange, answers.get(exchange.getRequestURI().getPath())));
        server.start();
        try {
            return refusal("http://127.0.0.1:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    /** A number is a status, nothing is 404. */
    private static void answer(HttpExchange exchange, @Nullable String answer) throws IOException {
        try (exchange) {
            if (answer == null || answer.length() == 3) {
                exchange.sendResponseHeaders(answer == null ? 404 : Integer.parseInt(answer), -1);
                return;
            }
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String refusal(String url) {
        var config =
                new ConfigBuilder(Config.empty())
                        .withMasterUrl(url)
                        .withRequestRetryBackoffLimit(0)
                        .build();
        try (var client = new KubernetesClientBuilder().withConfig(config).build()) {
            var preflight = new Preflight(client);
            var refusal =
                    catchThrowableOfType(
                            CannotStartException.class,
                            () -> preflight.check(OperatorConfig.embedded()));
            return String.valueOf(refusal.getMessage());
        }
    }
}
