package dev.patterned.operator.status;

import dev.patterned.operator.observe.Wording;
import dev.patterned.operator.validation.Problem;
import java.util.List;
import java.util.regex.Pattern;

/** Problems of a spec as a condition says them. */
final class ProblemTexts {
    /** What Kubernetes allows as a condition's reason. */
    private static final Pattern REASON =
            Pattern.compile("[A-Za-z]([A-Za-z0-9_,:]{0,1022}[A-Za-z0-9_])?");

    private static final int ONE = 900;

    /** Room for the line that says how many are left out. */
    private static final int REST = 32;

    private ProblemTexts() {}

    /** The first error's code, as far as it can be a reason. */
    static String reason(List<Problem> problems) {
        return problems.stream()
                .filter(it -> it.severity() == Problem.Severity.ERROR)
                .map(Problem::code)
                .filter(it -> REASON.matcher(it).matches())
                .findFirst()
                .orElse(Reasons.INVALID);
    }

    /** Every problem on a line of its own, as far as a condition's message goes. */
    static String all(List<Problem> problems) {
        var text = new StringBuilder();
        for (var i = 0; i < problems.size(); i++) {
            var line = (i == 0 ? "" : "\n") + problems.get(i);
            if (text.length() + line.length() > Conditions.MESSAGE - REST) {
                var left = problems.size() - i;
                return i == 0
                        ? Wording.cut(line, Conditions.MESSAGE)
                        : text + "\n… and " + left + " more";
            }
            text.append(line);
        }
        return text.toString();
    }

    /** One sentence for them all: the first, and how many more there are. */
    static String first(List<Problem> problems) {
        if (problems.isEmpty()) {
            return "the spec is not valid";
        }
        var first = Wording.line(problems.getFirst().toString(), ONE);
        return problems.size() == 1
                ? first
                : "%s (and %d more: see condition %s)"
                        .formatted(first, problems.size() - 1, ConditionType.ACCEPTED);
    }

    /** What condition Accepted says of a valid spec. */
    static String accepted(List<Problem> warnings) {
        return warnings.isEmpty()
                ? "the spec is valid"
                : "the spec is valid, but look at this:\n" + all(warnings);
    }
}
