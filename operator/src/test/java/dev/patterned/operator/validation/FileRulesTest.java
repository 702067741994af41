package dev.patterned.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PathInvalid | [0].path | clean path | files: [{path: /etc/, content: a}]",
                "PathInvalid | [0].path | clean path | files: [{path: /etc//a, content: a}]",
                "PathInvalid | [0].path | clean path | files: [{path: /etc/./a, content: a}]",
                "PathInvalid | [0].path | clean path | files: [{path: /etc/.., content: a}]",
                "MountTwice | [1].path | another path | files: [{path: /a, content: a}, {path: /a, content: b}]",
                "FileInsideMount | [0].path | into that volume | files: [{path: /etc/x/a, content: a}], volumeMounts: [{name: v, mountPath: /etc/x/}]",
                "FileInsideMount | [0].path | into that volume | files: [{path: /log/x/a, content: a}], logDirectories: [{name: l, path: /log}]",
                "FileInsideMount | [1].path | no files in it | files: [{path: /etc/a, content: a}, {path: /etc/a/b, content: b}]"
            })
    void refuses(String code, String path, String fragment, String fields) {
        assertThat(problems(fields))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.path()).isEqualTo("spec.main.files" + path);
                    assertThat(problem.message()).contains(fragment);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files: [{path: /etc/ab, content: a}, {path: /etc/a, content: ''}]",
                "files: [{path: /etc/.a..b, content: a}, {path: /etc/..c, content: a}]",
                "files: [{path: /etc/xa, content: a}], volumeMounts: [{name: v, mountPath: /etc/x}]"
            })
    void accepts(String fields) {
        assertThat(problems(fields)).isEmpty();
    }

    @Test
    void charactersAreCountedAsTheServerCountsThem() {
        var fits = "files: [{path: /a, content: '%s'}]".formatted("\uD83D\uDE00".repeat(65_536));

        assertThat(problems(fits)).isEmpty();
        assertThat(problems(fits.replace("}]", "}, {path: /b, content: b}]")))
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("FilesTooLarge");
    }

    private static List<Problem> problems(String fields) {
        var app =
                Serialization.unmarshal(
                        """
                        metadata: {name: web, namespace: demo}
                        spec:
                          main: {image: 'app:1', %s}
                          volumes: [{name: v, emptyDir: {}}]
                        """
                                .formatted(fields),
                        PatternedApp.class);
        return switch (Validator.validate(app)) {
            case Verdict.Accepted(_, var warnings) -> warnings;
            case Verdict.Refused(var problems) -> problems;
        };
    }
}
