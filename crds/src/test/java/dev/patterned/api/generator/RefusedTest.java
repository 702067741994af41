package dev.patterned.api.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every rule has an object that it refuses. That a server does refuse it, and the Java validator
 * too, is the operator's to prove, with the same files.
 */
class RefusedTest {
    private static final Path FOLDER = Path.of("src/test/resources/refused");

    /** Of rules that compare an edit with what was there: both stand in one file. */
    private static final Path CHANGES = Path.of("src/test/resources/refused-changes");

    private static final Pattern EXPECT = Pattern.compile("(?m)^# expect: (.+)$");
    private static final Pattern PATH = Pattern.compile("(?m)^# path: (.+)$");

    @Test
    void everyRuleHasARefusedObject() throws IOException {
        var expected = new ArrayList<String>();
        for (var file : files()) {
            expected.add(header(EXPECT, file));
        }
        assertThat(rules())
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(expected)
                                .as("a file in %s for the rule %s", FOLDER, rule)
                                .anyMatch(rule.path("message").asText()::contains));
    }

    /** The two messages of one rule begin alike: a file may quote either. */
    @Test
    void messagesThatNameCulpritsBeginAsTheirPlainForm() {
        assertThat(rules())
                .filteredOn(rule -> rule.has("messageExpression"))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    var start = rule.path("messageExpression").asText().split("'", 3)[1];
                    var words = start.replaceAll("(: | named )$", "");
                    assertThat(rule.path("message").asText()).startsWith(words);
                });
    }

    @Test
    void everyRefusedObjectNamesAFieldOfTheSchema() throws IOException {
        var paths =
                SchemaField.all(Crd.schema(Crd.generate())).stream()
                        .map(SchemaField::path)
                        .toList();
        for (var file : files()) {
            var path = header(PATH, file);
            assertThat(paths)
                    .as(file.toString())
                    .contains(path.replaceAll("\\[\\d+]$", "").replaceAll("\\[\\d+]", "[]"));
        }
    }

    private static List<JsonNode> rules() {
        var rules = new ArrayList<JsonNode>();
        var root = Crd.schema(Crd.generate());
        collect(root, rules);
        for (var field : SchemaField.all(root)) {
            collect(field.schema(), rules);
            collect(field.content(), rules);
        }
        return rules;
    }

    private static void collect(ObjectNode schema, List<JsonNode> rules) {
        schema.path(Schemas.RULES).forEach(rules::add);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER);
                Stream<Path> changes = Files.list(CHANGES)) {
            return Stream.concat(files.sorted(), changes.sorted()).toList();
        }
    }

    private static String header(Pattern pattern, Path file) throws IOException {
        var matcher = pattern.matcher(Files.readString(file));
        assertThat(matcher.find()).as("%s has a line %s", file, pattern).isTrue();
        return matcher.group(1);
    }
}
