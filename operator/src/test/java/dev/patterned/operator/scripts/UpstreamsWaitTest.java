package dev.patterned.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.patterned.operator.scripts.WaitBench.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits on all upstreams of a listener, and on the Envoy that leads to them. */
@ParameterizedClass
@MethodSource("dev.patterned.operator.scripts.Shell#busyBoxes")
class UpstreamsWaitTest {
    /** As Envoy's administration says it, but for most of its lines. */
    private static final String ONE_OF_TWO =
            """
            out_redis_shard_0::observability_name::out_redis_shard_0
            out_redis_shard_0::10.0.0.1:6379::cx_active::0
            out_redis_shard_0::10.0.0.1:6379::health_flags::healthy
            out_redis_shard_1::observability_name::out_redis_shard_1
            out_redis_shard_10::[fd00::1]:6379::health_flags::healthy
            """;

    private static final String SICK =
            "out_redis_shard_1::10.0.0.2:6379::health_flags::/failed_active_hc\n";
    private static final String WELL = "out_redis_shard_1::10.0.0.2:6379::health_flags::healthy\n";

    private final Path directory;
    private final WaitBench bench;
    private final HttpServer envoy;
    private volatile String clusters = "";

    UpstreamsWaitTest(Shell shell, @TempDir Path directory) throws IOException {
        this.directory = directory;
        bench = new WaitBench(shell, directory);
        envoy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        envoy.createContext(
                "/clusters",
                exchange -> {
                    var text = clusters.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, text.length);
                    exchange.getResponseBody().write(text);
                    exchange.close();
                });
        envoy.start();
    }

    @AfterEach
    void stops() {
        envoy.stop(0);
    }

    @Test
    void ofSeveralTargetsAllMustAccept() throws IOException {
        try (var one = listen();
                var other = listen()) {
            var open = "127.0.0.1 " + one.getLocalPort() + "\nlocalhost " + other.getLocalPort();
            var closed = "\n127.0.0.1 " + closedPort();

            assertThat(bench.run(all(open))).isEqualTo(new Outcome(0, "it: ready"));
            assertThat(bench.run(all(open + closed)))
                    .isEqualTo(
                            new Outcome(
                                    1,
                                    "it: %s: connection refused"
                                            .formatted(closed.strip().replace(' ', ':'))));
            var both = bench.run(all(open + closed + "\n127.0.0.2 " + closedPort()));
            assertThat(both.message()).endsWith(": connection refused (and 1 more)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1", "a;touch pwned 1", "127.0.0.1 1\n-e 1", "a 1;id"})
    void targetsThatAreNoneAreRefused(String targets) throws IOException {
        assertThat(bench.run(all(targets)).exitCode()).isEqualTo(2);
        assertThat(directory.resolve("pwned")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SICK})
    void anEnvoyThatDoesNotKnowAHealthyAddressOfEachIsWaitedFor(String other) throws IOException {
        clusters = ONE_OF_TWO + other;
        try (var server = listen();
                var run = bench.start(through(server, Map.of("TIMEOUT_MS", "20000")))) {
            run.awaitText("it: up, but the ambassador does not reach all of it yet (");

            clusters = ONE_OF_TWO + other + WELL;

            assertThat(bench.outcome(run, run.exitCode())).isEqualTo(new Outcome(0, "it: ready"));
        }
    }

    @Test
    void anEnvoyThatKnowsThemAllEndsItAtOnce() throws IOException {
        clusters = ONE_OF_TWO + WELL;
        try (var server = listen();
                var run = bench.start(through(server, Map.of()))) {
            assertThat(bench.outcome(run, run.exitCode())).isEqualTo(new Outcome(0, "it: ready"));
            assertThat(run.lines()).last().asString().contains("1 attempt)");
        }
    }

    @Test
    void anEnvoyThatDoesNotAnswerIsNoProof() throws IOException {
        envoy.stop(0);
        try (var server = listen()) {
            assertThat(bench.run(through(server, Map.of())).exitCode()).isEqualTo(1);
        }
    }

    private Map<String, String> through(ServerSocket server, Map<String, String> more) {
        var variables = new HashMap<>(all("127.0.0.1 " + server.getLocalPort()));
        variables.put("ADMIN_PORT", "" + envoy.getAddress().getPort());
        variables.put("CLUSTERS", "out_redis_shard_0\nout_redis_shard_1");
        variables.putAll(more);
        return variables;
    }

    private static Map<String, String> all(String targets) {
        return Map.of("KIND", "tcp-all", "TARGETS", targets);
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static int closedPort() throws IOException {
        try (var server = listen()) {
            return server.getLocalPort();
        }
    }
}
