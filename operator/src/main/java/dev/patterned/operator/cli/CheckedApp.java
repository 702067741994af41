package dev.patterned.operator.cli;

import dev.patterned.operator.model.App;
import dev.patterned.operator.validation.Problem;
import dev.patterned.operator.validation.schema.LineProblem;
import dev.patterned.operator.validation.schema.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * What came of looking at one manifest.
 *
 * @param app present when it is accepted
 * @param problems all of them; only warnings when it is accepted
 */
record CheckedApp(Manifest manifest, Optional<App> app, List<LineProblem> problems) {
    CheckedApp {
        problems = List.copyOf(problems);
    }

    boolean accepted() {
        return app.isPresent();
    }

    long errors() {
        return problems.stream()
                .filter(p -> p.problem().severity() == Problem.Severity.ERROR)
                .count();
    }

    long warnings() {
        return problems.size() - errors();
    }
}
