package dev.patterned.operator.validation;

import dev.patterned.operator.validation.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what the rules find. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void error(String code, String path, String message) {
        found.add(new Problem(Severity.ERROR, code, path, message));
    }

    void warning(String code, String path, String message) {
        found.add(new Problem(Severity.WARNING, code, path, message));
    }

    boolean refuse() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** Errors first, each in the order in which the rules found it. */
    List<Problem> all() {
        return found.stream().sorted(Comparator.comparing(Problem::severity)).toList();
    }
}
