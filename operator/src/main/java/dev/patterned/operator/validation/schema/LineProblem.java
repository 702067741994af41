package dev.patterned.operator.validation.schema;

import dev.patterned.operator.validation.Problem;

/**
 * A problem and where it stands.
 *
 * @param line in its file, from 1; 0 where there is none
 */
public record LineProblem(int line, Problem problem) {
    static LineProblem error(int line, String code, FieldPath path, String message) {
        return new LineProblem(
                line, new Problem(Problem.Severity.ERROR, code, path.toString(), message));
    }
}
