package dev.patterned.operator.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.validation.Problem;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import dev.patterned.operator.validation.schema.LineProblem;
import dev.patterned.operator.validation.schema.Manifest;
import dev.patterned.operator.validation.schema.ManifestReader;
import dev.patterned.operator.validation.schema.PatternedAppSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Path REFUSED = Path.of("src/test/resources/documentation/refused.yaml");

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    /** The last cell of a table's row, where it is code and begins with a path. */
    private static final Pattern ANSWER = Pattern.compile("\\| `(spec[.].*)` \\|\n");

    @Test
    void itsExamplesAreAccepted() throws IOException {
        var apps = all(YAML).filter(text -> text.contains("kind: PatternedApp")).toList();

        assertThat(apps).hasSizeGreaterThanOrEqualTo(2);
        assertThat(apps).allSatisfy(app -> assertThat(problems(app)).isEmpty());
    }

    @Test
    void itsRefusalsAreWhatTheValidatorSays() throws IOException {
        var answers = all(ANSWER).toList();

        assertThat(answers).hasSizeGreaterThanOrEqualTo(10);
        assertThat(problems(Files.readString(REFUSED))).containsAll(answers);
    }

    private static Stream<String> all(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(README)).results().map(found -> found.group(1));
    }

    private static List<String> problems(String yaml) {
        return new ManifestReader(PatternedAppSchema.load())
                .read("README.md", yaml).stream()
                        .flatMap(ReadmeTest::problems)
                        .map(Problem::toString)
                        .toList();
    }

    private static Stream<Problem> problems(Manifest manifest) {
        return switch (manifest.content()) {
            case Manifest.App(var app) ->
                    switch (Validator.validate(app)) {
                        case Verdict.Accepted(var _, var warnings) -> warnings.stream();
                        case Verdict.Refused(var refused) -> refused.stream();
                    };
            case Manifest.Broken(var broken) -> broken.stream().map(LineProblem::problem);
            case Manifest.Other() -> Stream.of();
        };
    }
}
