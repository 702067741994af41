package dev.patterned.operator.plan.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patterned.operator.model.LogAdapter;
import dev.patterned.operator.model.LogAdapter.Format;
import dev.patterned.operator.model.LogAdapter.Header;
import dev.patterned.operator.model.LogAdapter.Output;
import dev.patterned.operator.model.LogAdapter.Protocol;
import dev.patterned.operator.model.LogAdapter.Schema;
import dev.patterned.operator.model.TimeLayout;
import dev.patterned.operator.testing.collector.Collector;
import dev.patterned.operator.testing.collector.LogAdapters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the collector itself says to its configuration. */
class ValidationEngineTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSTILE =
            "${HOME} $$ ${env:X} $1 \" \\ \u0000 \u0085 \u2028 {{ }} : # ' \ufeff é 😀";

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource
    void hasNothingToSay(LogAdapter adapter) {
        assertThat(Collector.validate(CollectorConfig.yaml(adapter), folder)).isEmpty();
    }

    static Stream<LogAdapter> hasNothingToSay() {
        var layout = Optional.of(new TimeLayout("[%d/%b/%Y %H:%M:%S,%L] {%%} $ "));
        var formats =
                Stream.of(
                        new Format.Apache(),
                        new Format.Nginx(),
                        new Format.Json(Optional.empty()),
                        new Format.Json(layout),
                        new Format.Logfmt(Optional.empty()),
                        new Format.Logfmt(layout),
                        new Format.Plain(Optional.empty()),
                        new Format.Plain(layout),
                        new Format.Regex(
                                "^(?P<status>\\d+)\\$\\{HOME}(?P<all>\"[^\"$]*\")$", layout));
        var plain = adapter(new Format.Plain(Optional.empty()));
        return Stream.concat(
                formats.flatMap(format ->
                        Stream.of(Schema.values())
                                .map(schema -> LogAdapters.with(adapter(format), schema))),
                Stream.of(
                        LogAdapters.with(plain, "^(?i:[^\\s${]\"|'#: )"),
                        LogAdapters.with(plain, otlp("http://a.example:4318", Protocol.HTTP)),
                        LogAdapters.with(plain, otlp("https://a.example", Protocol.HTTP)),
                        LogAdapters.with(plain, otlp("http://a.example:4317", Protocol.GRPC)),
                        LogAdapters.with(plain, otlp("https://[2001:db8::1]:4317", Protocol.GRPC)),
                        LogAdapters.reading(
                                Path.of("/var/log/${HOME}/[x]{y,z}*?"),
                                new Format.Nginx(),
                                "*.log",
                                "nginx/**/access_{a,b}.log",
                                "${HOME}",
                                "no-ending")));
    }

    @Test
    void readsTheUsersTextAsItStands() throws IOException {
        var format = new Format.Regex("^(?P<note>\\Q" + HOSTILE + "\\E)$", Optional.empty());
        var adapter = LogAdapters.reading(folder, format, "app.log");
        Files.writeString(folder.resolve("app.log"), HOSTILE + "\n");

        assertThat(Collector.translate(CollectorConfig.yaml(adapter), folder, 1))
                .singleElement()
                .satisfies(line ->
                        assertThat(JSON.readTree(line).get("note").textValue()).isEqualTo(HOSTILE));
    }

    private static LogAdapter adapter(Format format) {
        return LogAdapters.reading(Path.of("/var/log/app"), format, "app.log");
    }

    private static Output otlp(String endpoint, Protocol protocol) {
        return new Output.Otlp(
                endpoint, protocol, List.of(new Header("authorization", "backend", "token")));
    }
}
