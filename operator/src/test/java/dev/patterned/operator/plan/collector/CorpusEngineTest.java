package dev.patterned.operator.plan.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.patterned.operator.model.LogAdapter;
import dev.patterned.operator.model.LogAdapter.Format;
import dev.patterned.operator.model.LogAdapter.Schema;
import dev.patterned.operator.model.TimeLayout;
import dev.patterned.operator.testing.Refresh;
import dev.patterned.operator.testing.collector.Collector;
import dev.patterned.operator.testing.collector.LogAdapters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lines that were written by Apache 2.4.71 and nginx 1.22.1, in what well-known libraries write,
 * and in what should never be written; each with all that comes out.
 */
class CorpusEngineTest {
    private static final Path CORPUS = Path.of("src/test/resources/collector/corpus");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** Keys that the app chose in the corpus; all others are the schema's. */
    private static final Set<String> OWN_FORMATS = Set.of("json", "logfmt", "regex");

    private static final String REGEX_LINE =
            "^(?P<time>[^|]+)\\|(?P<user>[^|]*)\\|(?P<method>[A-Z]+)\\|(?P<path>[^|]+)\\|(?P<status>\\d+)\\|(?P<level>[^|]+)\\|(?P<note>.*)$";

    @TempDir Path folder;

    /** A file of lines, and what they are read as. */
    enum Case {
        APACHE_COMBINED,
        APACHE_COMMON,
        APACHE_ERROR,
        NGINX_COMBINED,
        NGINX_MAIN,
        NGINX_ERROR,
        JSON,
        LOGFMT,
        REGEX,
        PLAIN,
        PLAIN_LAYOUT,
        RECORDS;

        Format format() {
            return switch (this) {
                case APACHE_COMBINED, APACHE_COMMON, APACHE_ERROR -> new Format.Apache();
                case NGINX_COMBINED, NGINX_MAIN, NGINX_ERROR -> new Format.Nginx();
                case JSON -> new Format.Json(Optional.empty());
                case LOGFMT -> new Format.Logfmt(Optional.empty());
                case REGEX -> new Format.Regex(REGEX_LINE, layout("%Y-%m-%d %H:%M:%S"));
                case PLAIN, RECORDS -> new Format.Plain(Optional.empty());
                case PLAIN_LAYOUT -> new Format.Plain(layout("%a %b %e %H:%M:%S %Z %Y#"));
            };
        }

        LogAdapter adapter(Path logs) {
            var adapter = LogAdapters.reading(logs, format(), "x.log");
            return this == RECORDS ? LogAdapters.with(adapter, "^\\d{4}-\\d{2}-\\d{2} ") : adapter;
        }

        String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Optional<TimeLayout> layout(String text) {
            return Optional.of(new TimeLayout(text));
        }
    }

    @ParameterizedTest
    @EnumSource
    void comesOutInOpenTelemetrysKeys(Case lines) throws IOException {
        check(lines, Schema.OPEN_TELEMETRY, ".otel.jsonl");
    }

    @ParameterizedTest
    @EnumSource(
            value = Case.class,
            names = {"APACHE_COMMON", "NGINX_ERROR", "JSON"})
    void comesOutInTheKeysOfEcs(Case lines) throws IOException {
        check(lines, Schema.ECS, ".ecs.jsonl");
    }

    private void check(Case lines, Schema schema, String ending) throws IOException {
        var input = Files.readAllBytes(CORPUS.resolve(lines.file() + ".log"));
        var out = run(lines, schema, input);

        assertThat(out).allSatisfy(line -> assertThat(line).isNotEmpty());
        if (!OWN_FORMATS.contains(lines.file())) {
            assertThat(keys(schema)).containsAll(keysOf(out));
        }
        Refresh.check(CORPUS.resolve(lines.file() + ending), text(out));
    }

    private List<Map<String, Object>> run(Case lines, Schema schema, byte[] input)
            throws IOException {
        var logs = Files.createDirectory(folder.resolve("logs"));
        Files.write(logs.resolve("x.log"), input);
        var adapter = LogAdapters.with(lines.adapter(logs), schema);
        var wanted = records(input, adapter);
        return Collector.translate(CollectorConfig.yaml(adapter), folder, wanted).stream()
                .map(line -> parsed(line, logs))
                .toList();
    }

    /** Blank lines say nothing. */
    private static long records(byte[] input, LogAdapter adapter) {
        var lines = new String(input, StandardCharsets.ISO_8859_1).lines();
        return adapter.firstLine().isPresent()
                ? lines.filter(line -> line.startsWith("2026-")).count()
                : lines.filter(line -> !line.isEmpty()).count();
    }

    private static Map<String, Object> parsed(String line, Path logs) {
        try {
            var parsed = JSON.readValue(line, TreeMap.class);
            assertThat(parsed.remove("log.file.path")).isEqualTo(logs.resolve("x.log").toString());
            assertThat(parsed.remove("service.name")).isEqualTo("shop");
            @SuppressWarnings("unchecked")
            var typed = (Map<String, Object>) parsed;
            return typed;
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    private static Set<String> keysOf(List<Map<String, Object>> records) {
        return records.stream().flatMap(it -> it.keySet().stream()).collect(Collectors.toSet());
    }

    private static Set<String> keys(Schema schema) {
        return Arrays.stream(Field.values())
                .map(field -> field.key(schema))
                .collect(Collectors.toSet());
    }

    /** Times that are the run's own are not what is compared. */
    private static String text(List<Map<String, Object>> records) throws JsonProcessingException {
        var text = new StringBuilder();
        for (var each : records) {
            each.computeIfPresent(
                    "@timestamp",
                    (_, time) ->
                            time.toString().compareTo("2026-11-22T19:06:01") < 0 ? time : "now");
            text.append(JSON.writeValueAsString(each)).append('\n');
        }
        return text.toString();
    }
}
