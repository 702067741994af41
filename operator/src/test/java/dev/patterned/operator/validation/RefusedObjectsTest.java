package dev.patterned.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.RefusedObjects;
import dev.patterned.operator.testing.RefusedObjects.RefusedObject;
import dev.patterned.operator.validation.schema.LineProblem;
import dev.patterned.operator.validation.schema.Manifest;
import dev.patterned.operator.validation.schema.ManifestReader;
import dev.patterned.operator.validation.schema.PatternedAppSchema;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API server refuses is refused offline too, at the same field. */
class RefusedObjectsTest {
    static Stream<RefusedObject> objects() {
        return RefusedObjects.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("objects")
    void isRefusedAtTheSameField(RefusedObject object) {
        assertThat(errors(object))
                .anySatisfy(problem -> assertThat(problem.path()).startsWith(object.path()));
    }

    private static List<Problem> errors(RefusedObject object) {
        return new ManifestReader(PatternedAppSchema.load())
                .read(object.name(), object.yaml()).stream()
                        .map(Manifest::content)
                        .flatMap(RefusedObjectsTest::problems)
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .toList();
    }

    private static Stream<Problem> problems(Manifest.Content content) {
        return switch (content) {
            case Manifest.Broken(var problems) -> problems.stream().map(LineProblem::problem);
            case Manifest.Other() -> Stream.empty();
            case Manifest.App(var app) ->
                    switch (Validator.validate(app)) {
                        case Verdict.Accepted(_, var warnings) -> warnings.stream();
                        case Verdict.Refused(var problems) -> problems.stream();
                    };
        };
    }
}
