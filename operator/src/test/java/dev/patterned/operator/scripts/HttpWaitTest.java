package dev.patterned.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.patterned.operator.scripts.WaitBench.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.patterned.operator.scripts.Shell#all")
class HttpWaitTest {
    private final Path directory;
    private final WaitBench bench;
    private final HttpServer server;
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();

    HttpWaitTest(Shell shell, @TempDir Path directory) throws IOException {
        this.directory = directory;
        bench = new WaitBench(shell, directory, Shell.only("curl"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** Answers /NUMBER with that status, and /endless with a body that never ends. */
    @BeforeEach
    void serves() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    paths.add(exchange.getRequestURI().toString());
                    headers.add(exchange.getRequestHeaders());
                    var path = exchange.getRequestURI().getPath();
                    var endless = path.equals("/endless");
                    exchange.getResponseHeaders().add("Location", "/200");
                    exchange.getResponseHeaders().add("X-Confusing", "status=200");
                    exchange.sendResponseHeaders(
                            endless ? 200 : Integer.parseInt(path.substring(1)), endless ? 0 : -1);
                    if (endless) {
                        exchange.getResponseBody().write('x');
                        exchange.getResponseBody().flush();
                    } else {
                        exchange.close();
                    }
                });
        server.start();
    }

    @AfterEach
    void stops() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | '' | 0 | it: ready",
                "204 | '' | 0 | it: ready",
                "503 | '' | 1 | it: status 503",
                "302 | '' | 1 | it: status 302",
                "302 | 200 302 | 0 | it: ready",
                "204 | 200 | 1 | it: status 204",
                "endless | '' | 0 | it: ready"
            })
    void theStatusDecides(String path, String expected, int exitCode, String message)
            throws IOException {
        var variables = Map.of("EXPECTED_STATUSES", expected, "ATTEMPT_SECONDS", "1");

        assertThat(get("/" + path, variables)).isEqualTo(new Outcome(exitCode, message));
        assertThat(paths).containsExactly("/" + path);
    }

    @Test
    void valuesReachTheServerAsTheyAre() throws IOException {
        var query = "/200?q=$(touch+pwned)&l=[1-3];'x'&p=%2e%2e";
        var lines =
                """
                X-Quoted: a "b" 'c' $(touch pwned) \\n `id`
                X-Empty:
                Authorization: Bearer @secret
                """;

        var outcome = get(query, Map.of("HEADERS", lines, "http_proxy", "http://127.0.0.1:1"));

        assertThat(outcome).isEqualTo(new Outcome(0, "it: ready"));
        assertThat(paths).containsExactly(query);
        var got = headers.getFirst();
        assertThat(got.getFirst("X-Quoted")).isEqualTo("a \"b\" 'c' $(touch pwned) \\n `id`");
        assertThat(got.getFirst("X-Empty")).isEmpty();
        assertThat(got.getFirst("Authorization")).isEqualTo("Bearer @secret");
        assertThat(directory.resolve("pwned")).doesNotExist();
    }

    @Test
    void aServerThatIsNotThereIsAReasonToWait() throws IOException {
        server.stop(0);

        assertThat(get("/200", Map.of())).isEqualTo(new Outcome(1, "it: connection refused"));
    }

    @Test
    void aServerThatSaysNothingIsAReasonToWait() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var outcome =
                    bench.run(
                            Map.of(
                                    "KIND", "http",
                                    "URL", "http://127.0.0.1:" + silent.getLocalPort(),
                                    "ATTEMPT_SECONDS", "1"));

            assertThat(outcome).isEqualTo(new Outcome(1, "it: no answer in 1s"));
        }
    }

    @Test
    void sigtermEndsItInTheMiddleOfAnAttempt() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var run =
                        bench.start(
                                Map.of(
                                        "KIND", "http",
                                        "URL", "http://127.0.0.1:" + silent.getLocalPort(),
                                        "ATTEMPT_SECONDS", "600"))) {
            silent.accept().getInputStream().readNBytes(1);
            assertThat(run.terminate()).isEqualTo(143);
        }
    }

    private Outcome get(String path, Map<String, String> more) throws IOException {
        var variables = new HashMap<>(more);
        variables.put("KIND", "http");
        variables.put("URL", "http://127.0.0.1:" + server.getAddress().getPort() + path);
        return bench.run(variables);
    }
}
