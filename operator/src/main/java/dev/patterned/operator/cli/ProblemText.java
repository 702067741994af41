package dev.patterned.operator.cli;

import dev.patterned.operator.validation.Problem;
import dev.patterned.operator.validation.schema.LineProblem;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Problems for people: one line each, as compilers and editors know them. */
final class ProblemText {
    private ProblemText() {}

    /** {@code file:line: severity: path: message [Code]}. */
    static String line(String file, LineProblem located, Ansi ansi) {
        var problem = located.problem();
        var where = file + (located.line() > 0 ? ":" + located.line() : "");
        var what = problem.path().isEmpty() ? problem.message() : problem.toString();
        return "%s: %s: %s [%s]"
                .formatted(where, severity(problem.severity(), ansi), what, problem.code());
    }

    private static String severity(Problem.Severity severity, Ansi ansi) {
        var word = severity.name().toLowerCase(Locale.ROOT);
        var style = severity == Problem.Severity.ERROR ? "bold,red" : "bold,yellow";
        return ansi.string("@|" + style + " " + word + "|@");
    }

    /** Such as {@code 3 apps: 2 accepted, 1 refused (4 errors, 1 warning)}. */
    static String summary(List<CheckedApp> apps) {
        var accepted = apps.stream().filter(CheckedApp::accepted).count();
        var errors = apps.stream().mapToLong(CheckedApp::errors).sum();
        var warnings = apps.stream().mapToLong(CheckedApp::warnings).sum();
        return "%s: %d accepted, %d refused (%s, %s)"
                .formatted(
                        count(apps.size(), "app"),
                        accepted,
                        apps.size() - accepted,
                        count(errors, "error"),
                        count(warnings, "warning"));
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
