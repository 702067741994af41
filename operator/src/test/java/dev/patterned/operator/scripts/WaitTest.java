package dev.patterned.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.scripts.WaitBench.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What all waits have in common, seen at TCP waits. */
@ParameterizedClass
@MethodSource("dev.patterned.operator.scripts.Shell#busyBoxes")
class WaitTest {
    private final Path directory;
    private final WaitBench bench;

    WaitTest(Shell shell, @TempDir Path directory) {
        this.directory = directory;
        bench = new WaitBench(shell, directory);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "localhost"})
    void anOpenPortEndsIt(String host) throws IOException {
        try (var server = listen(0, 50)) {
            var outcome = bench.run(tcp(host, server.getLocalPort(), Map.of()));

            assertThat(outcome).isEqualTo(new Outcome(0, "it: ready"));
        }
    }

    @Test
    void itGoesOnUntilThePortOpens() throws IOException {
        var port = closedPort();
        var variables = Map.of("TIMEOUT_MS", "20000", "LABEL", "mydb:80");
        try (var run = bench.start(tcp("127.0.0.1", port, variables))) {
            run.awaitText("mydb:80: connection refused (").awaitText("2 attempts");
            try (var _ = listen(port, 50)) {
                assertThat(bench.outcome(run, run.exitCode()))
                        .isEqualTo(new Outcome(0, "mydb:80: ready"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fail, 1, it: connection refused",
        "continue, 0, 'it: connection refused, going on without it'"
    })
    void itEndsAtItsTimeout(String onTimeout, int exitCode, String message) throws IOException {
        var started = System.nanoTime();
        var variables = Map.of("TIMEOUT_MS", "400", "INTERVAL_MS", "150", "ON_TIMEOUT", onTimeout);

        var outcome = bench.run(tcp("127.0.0.1", closedPort(), variables));

        assertThat(outcome).isEqualTo(new Outcome(exitCode, message));
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void anAttemptThatNobodyAnswersIsBounded() throws IOException {
        try (var server = listen(0, 1)) {
            var queue = fill(server);
            var outcome =
                    bench.run(
                            tcp(
                                    "127.0.0.1",
                                    server.getLocalPort(),
                                    Map.of("ATTEMPT_SECONDS", "1")));

            assertThat(outcome).isEqualTo(new Outcome(1, "it: no answer in 1s"));
            for (var socket : queue) {
                socket.close();
            }
        }
    }

    @Test
    void itPrintsTheFirstFiveAttemptsAndEachTenth() throws IOException {
        var variables = Map.of("TIMEOUT_MS", "20000", "INTERVAL_MS", "0");
        try (var run = bench.start(tcp("127.0.0.1", closedPort(), variables))) {
            run.awaitText("20 attempts");
            run.terminate();
            assertThat(run.lines().stream().limit(7))
                    .extracting(line -> line.replaceAll(".*, (\\d+) attempts?\\)", "$1"))
                    .containsExactly("1", "2", "3", "4", "5", "10", "20");
        }
    }

    @Test
    void sigtermEndsItAtOnceAndIsNoSuccess() throws IOException {
        var variables = Map.of("TIMEOUT_MS", "600000", "INTERVAL_MS", "600000");
        try (var run = bench.start(tcp("127.0.0.1", closedPort(), variables))) {
            run.awaitText("connection refused");
            var exitCode = run.terminate();
            assertThat(bench.outcome(run, exitCode)).isEqualTo(new Outcome(143, "it: stopped"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp | HOST | a;touch pwned",
                "tcp | HOST | -e",
                "tcp | HOST | $(touch pwned)",
                "tcp | PORT | 1;touch pwned",
                "tcp | PORT | 65536",
                "tcp | PORT | 0",
                "tcp | TIMEOUT_MS | 5m",
                "tcp | INTERVAL_MS | -1",
                "tcp | ON_TIMEOUT | maybe",
                "dns | HOST | 10.0.0.1",
                "dns | HOST | ::1",
                "service-exists | HOST | mydb.other",
                "latch | HOST | mydb.other",
                "http | URL | file:///etc/passwd",
                "http | URL | http://a b",
                "http | HEADERS | @/etc/passwd",
                "http | HEADERS | no colon",
                "http | EXPECTED_STATUSES | 2xx",
                "grpc | SERVICE_NAME | %s\\n",
                "grpc | HOST | -K",
                "exec | KIND | exec"
            })
    void refusesBadValues(String kind, String variable, String value) throws IOException {
        var variables =
                new HashMap<>(
                        Map.of("KIND", kind, "HOST", "h", "PORT", "1", "URL", "http://127.0.0.1"));
        variables.put(variable, value);

        var outcome = bench.run(variables);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.message()).startsWith("it: " + variable + " must ");
        assertThat(directory.resolve("pwned")).doesNotExist();
    }

    @Test
    void aLabelIsPrintedAsText() throws IOException {
        var outcome =
                bench.run(tcp("127.0.0.1", closedPort(), Map.of("LABEL", "%s\n$(touch pwned)")));

        assertThat(outcome.message()).isEqualTo("%s?$(touch pwned): connection refused");
        assertThat(Files.exists(directory.resolve("pwned"))).isFalse();
    }

    private static Map<String, String> tcp(String host, int port, Map<String, String> more) {
        var variables = new HashMap<>(more);
        variables.putAll(Map.of("KIND", "tcp", "HOST", host, "PORT", "" + port));
        return variables;
    }

    private static ServerSocket listen(int port, int backlog) throws IOException {
        return new ServerSocket(port, backlog, InetAddress.getLoopbackAddress());
    }

    private static int closedPort() throws IOException {
        try (var server = listen(0, 1)) {
            return server.getLocalPort();
        }
    }

    /** Fills the queue of a server that accepts nothing, until the kernel drops what comes. */
    private static List<Socket> fill(ServerSocket server) {
        var queue = new ArrayList<Socket>();
        try {
            while (queue.size() < 10) {
                var socket = new Socket();
                queue.add(socket);
                socket.connect(server.getLocalSocketAddress(), 200);
            }
        } catch (IOException _) {
            return queue;
        }
        return queue;
    }
}
