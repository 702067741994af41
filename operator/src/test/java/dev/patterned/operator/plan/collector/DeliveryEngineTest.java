package dev.patterned.operator.plan.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patterned.operator.model.LogAdapter;
import dev.patterned.operator.model.LogAdapter.Format;
import dev.patterned.operator.model.LogAdapter.Header;
import dev.patterned.operator.model.LogAdapter.Output;
import dev.patterned.operator.model.LogAdapter.Protocol;
import dev.patterned.operator.testing.collector.Collector;
import dev.patterned.operator.testing.collector.HeaderReceiver;
import dev.patterned.operator.testing.collector.LogAdapters;
import dev.patterned.operator.testing.collector.OtlpReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How records leave, and what happens at the ends of things. */
class DeliveryEngineTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINES = 2_000;

    /** What the order of a Pod's containers leaves between main's end and the collector's. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    @TempDir Path folder;

    private Path logs = Path.of("");

    @BeforeEach
    void makeLogs() throws IOException {
        logs = Files.createDirectory(folder.resolve("logs"));
    }

    /**
     * The receiver is away at first, and the collector is killed meanwhile; what was under way then
     * goes to the end of the queue.
     */
    @ParameterizedTest
    @EnumSource
    void everythingReachesAReceiverThatComesLate(Protocol protocol) throws IOException {
        var port = Collector.freePort();
        var yaml = CollectorConfig.yaml(sending(protocol, port));
        write("app.log", numbered(0, LINES));
        try (var _ = Collector.start(yaml, folder, token("s3cret"))) {
            awaitQueued();
        }
        try (var _ = Collector.start(yaml, folder, token("s3cret"))) {
            write("app.log", numbered(LINES, 2 * LINES));
            try (var receiver = OtlpReceiver.start(protocol, port, folder)) {
                assertThat(receiver.awaitBodies(2 * LINES))
                        .containsExactlyInAnyOrderElementsOf(expected(2 * LINES));
            }
        }
    }

    /** In the second between main's end and its own. */
    @ParameterizedTest
    @EnumSource
    void whatWasWrittenLastReachesTheReceiver(Protocol protocol) throws IOException {
        var port = Collector.freePort();
        var adapter = sending(protocol, port);
        try (var receiver = OtlpReceiver.start(protocol, port, folder);
                var sender = Collector.start(CollectorConfig.yaml(adapter), folder, token("x"))) {
            write("app.log", numbered(0, 1));
            receiver.awaitBodies(1);
            write("app.log", numbered(1, LINES));
            pass(QUIET);
            assertThat(sender.terminate()).isZero();

            assertThat(receiver.awaitBodies(LINES)).isEqualTo(expected(LINES));
        }
    }

    /** What is in a Secret is text, whatever YAML would make of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"007", "true", "Bearer a: {b: 1}", "a b ", "[x]", "\"q\"", "#no", "a$b"})
    void sendsHeadersAsTheyAreInTheSecret(String value) throws IOException {
        try (var receiver = HeaderReceiver.start("authorization")) {
            write("app.log", "one\n");
            var yaml = CollectorConfig.yaml(sending(Protocol.HTTP, receiver.port()));
            try (var _ = Collector.start(yaml, folder, token(value))) {
                assertThat(receiver.value()).isEqualTo(value.strip());
            }
        }
    }

    @Test
    void whatWasWrittenLastComesOut() throws IOException {
        var adapter = LogAdapters.reading(logs, new Format.Plain(Optional.empty()), "app.log");
        var yaml = CollectorConfig.yaml(LogAdapters.with(adapter, "^line"));
        try (var collector = Collector.start(yaml, folder, Map.of())) {
            collector.awaitReady(adapter.healthPort());
            write("app.log", numbered(0, LINES));
            pass(QUIET);
            assertThat(collector.terminate()).isZero();

            assertThat(collector.lines()).hasSize(LINES);
        }
    }

    /** However long it takes: nobody writes half a line on purpose. */
    @Test
    void halfALineWaitsForItsOtherHalf() throws IOException {
        var adapter = LogAdapters.reading(logs, new Format.Plain(Optional.empty()), "app.log");
        try (var collector = Collector.start(CollectorConfig.yaml(adapter), folder, Map.of())) {
            write("app.log", "one\ntw");
            await().until(() -> collector.count() == 1);
            pass(QUIET);
            assertThat(collector.lines()).hasSize(1);
            write("app.log", "o\n");
            await().until(() -> collector.count() == 2);

            assertThat(message(collector.lines().get(1))).isEqualTo("two");
        }
    }

    /** Up to a mebibyte; and what is compressed was read before. */
    @Test
    void readsLongLinesAndNoArchives() throws IOException {
        var adapter = LogAdapters.reading(logs, new Format.Plain(Optional.empty()), "*");
        var longLine = "x".repeat(1_000_000);
        write("app.log", longLine + "\n");
        write("app.log.1.gz", "archive\n");
        write("app.log.gz", "another archive\n");
        write("app.log-20261122.zst", "yet another\n");
        write("app.log.2", "older\n");

        var lines = Collector.translate(CollectorConfig.yaml(adapter), folder, 2);

        assertThat(lines.stream().map(DeliveryEngineTest::message))
                .containsExactlyInAnyOrder(longLine, "older");
    }

    private LogAdapter sending(Protocol protocol, int port) {
        var output =
                new Output.Otlp(
                        "http://127.0.0.1:" + port,
                        protocol,
                        List.of(new Header("authorization", "backend", "token")));
        return LogAdapters.with(
                LogAdapters.reading(logs, new Format.Plain(Optional.empty()), "app.log"), output);
    }

    /** Until all is read, which is when the file's place in the state has been its end. */
    private void awaitQueued() {
        await().atMost(Collector.PATIENCE).until(() -> stateHas("line " + (LINES - 1)));
    }

    private boolean stateHas(String text) throws IOException {
        if (!Files.isDirectory(folder.resolve("state"))) {
            return false;
        }
        try (var files = Files.walk(folder.resolve("state"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(
                logs.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String numbered(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj("line %d\n"::formatted)
                .collect(Collectors.joining());
    }

    private static List<String> expected(int lines) {
        return numbered(0, lines).lines().toList();
    }

    private static Map<String, String> token(String value) {
        return Map.of(CollectorEnvironment.header(0), value);
    }

    private static void pass(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        await().pollInterval(Duration.ofMillis(10)).until(() -> System.nanoTime() >= end);
    }

    private static String message(String line) {
        try {
            JsonNode record = JSON.readTree(line);
            return record.get("message").textValue();
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
