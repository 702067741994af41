package dev.patterned.operator.plan.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patterned.operator.model.LogAdapter.Format;
import dev.patterned.operator.testing.collector.BusyLog;
import dev.patterned.operator.testing.collector.BusyLog.Rotation;
import dev.patterned.operator.testing.collector.Collector;
import dev.patterned.operator.testing.collector.LogAdapters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossEngineTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RESTARTS = Integer.getInteger("patterned.restarts", 8);

    /** Of each of the two logs. */
    private static final int LINES = 50_000;

    private static final int PER_SECOND = 4_000;
    private static final int PER_FILE = 5_000;

    @TempDir Path folder;

    private final Map<String, BitSet> arrived = new TreeMap<>();
    private int duplicates;

    /** Both kinds of rotation, and both kinds of end for the collector. */
    @Test
    void losesAndTearsNothingOverRotationsAndRestarts() throws Exception {
        var logs = Files.createDirectory(folder.resolve("logs"));
        var adapter = LogAdapters.reading(logs, new Format.Nginx(), "renamed.log", "truncated.log");
        var yaml = CollectorConfig.yaml(adapter);
        var runs = new ArrayList<List<String>>();
        try (var renamed = write(logs.resolve("renamed.log"), Rotation.RENAME);
                var truncated = write(logs.resolve("truncated.log"), Rotation.COPY_AND_TRUNCATE)) {
            for (var restart = 1; restart <= RESTARTS; restart++) {
                var enough = restart * LINES / (RESTARTS + 1);
                try (var collector = Collector.start(yaml, folder, Map.of())) {
                    awaitWritten(renamed, enough);
                    await().atMost(Collector.PATIENCE).until(() -> collector.count() > 0);
                    end(collector, restart);
                    runs.add(collector.lines());
                }
            }
            try (var collector = Collector.start(yaml, folder, Map.of())) {
                awaitWritten(renamed, LINES);
                awaitWritten(truncated, LINES);
                awaitQuiet(collector);
                assertThat(collector.terminate()).isZero();
                assertThat(collector.rest()).isEmpty();
                runs.add(collector.lines());
            }
        }
        for (var run : runs) {
            check(run);
        }
        System.err.println("collector: " + RESTARTS + " restarts, duplicates " + duplicates);
        assertThat(arrived)
                .hasSize(2)
                .allSatisfy((log, numbers) ->
                        assertThat(LINES - numbers.cardinality()).as("lost of %s", log).isZero());
    }

    private static BusyLog write(Path file, Rotation rotation) {
        return BusyLog.start(file, rotation, PER_SECOND, PER_FILE, LINES);
    }

    private static void awaitWritten(BusyLog log, int lines) {
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(1))
                .until(() -> log.written() >= lines);
    }

    private static void end(Collector collector, int restart) {
        if (restart % 2 == 0) {
            assertThat(collector.terminate()).isZero();
            assertThat(collector.rest()).as("half a line").isEmpty();
        } else {
            // What it was writing at that moment has no line's end, and comes again.
            collector.kill();
        }
    }

    private static void awaitQuiet(Collector collector) {
        var before = new int[] {-1};
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    var same = before[0] == collector.count();
                    before[0] = collector.count();
                    return same;
                });
    }

    /** Every line is whole; those of one file come in its order. */
    private void check(List<String> run) throws JsonProcessingException {
        var latest = new HashMap<String, Integer>();
        for (var line : run) {
            var record = JSON.readTree(line);
            assertThat(record.has("parse_error")).as(line).isFalse();
            var file = text(record, "url.query");
            var log = file.replaceAll("-\\d+$", "");
            var number = Integer.parseInt(text(record, "url.path").substring(1));
            var before = latest.put(file, number);
            assertThat(number)
                    .as("what follows %s in %s", before, file)
                    .isGreaterThan(before == null ? -1 : before);
            var numbers = arrived.computeIfAbsent(log, _ -> new BitSet());
            duplicates += numbers.get(number) ? 1 : 0;
            numbers.set(number);
        }
    }

    private static String text(JsonNode record, String key) {
        return record.get(key).textValue();
    }
}
