package dev.patterned.operator.plan.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.model.LogAdapter.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says what each key means is about exactly the keys that there are. */
class LogSchemaTest {
    private static final Path PAGE = Path.of("docs/log-schema.md");

    /** A row's cells of code, or nothing; the last cell is what it means. */
    private static final Pattern ROW =
            Pattern.compile("^\\|((?: `[^`]+` \\|| {1,2}\\|){2,3})[^|]*\\|$", Pattern.MULTILINE);

    @Test
    void hasARowForEachFieldAndNoOther() throws IOException {
        var rows = ROW.matcher(Files.readString(PAGE)).results().map(row -> cells(row.group(1)));

        assertThat(rows).containsExactlyInAnyOrderElementsOf(fields().toList());
    }

    private static Stream<List<String>> fields() {
        return Arrays.stream(Field.values())
                .map(field ->
                        Stream.concat(
                                        Stream.of(field.group()).filter(it -> !it.isEmpty()),
                                        Stream.of(Schema.values()).map(field::key))
                                .toList());
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|")).map(cell -> cell.strip().replace("`", "")).toList();
    }
}
