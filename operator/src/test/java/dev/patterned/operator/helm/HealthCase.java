package dev.patterned.operator.helm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.patterned.operator.helm.HealthScript.Health;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One file {@code {health, object}}: an object and what Argo CD is to show for it. A test that
 * produces statuses may write such files too; its folder is one line in {@link HealthScriptTest}.
 *
 * @param name the file's name without its ending
 * @param expected health and message
 * @param object the PatternedApp, as much of it as the script may look at
 */
record HealthCase(String name, Health expected, Map<String, Object> object) {
    private record Document(Health health, Map<String, Object> object) {}

    private static final YAMLMapper MAPPER = new YAMLMapper();

    /** All cases of a folder, by name. */
    static List<HealthCase> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(HealthCase::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HealthCase read(Path file) {
        try {
            var document = MAPPER.readValue(file.toFile(), new TypeReference<Document>() {});
            var name = String.valueOf(file.getFileName()).replace(".yaml", "");
            return new HealthCase(name, document.health(), document.object());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
