package dev.patterned.operator.validation;

import dev.patterned.operator.model.App;
import java.util.List;

/** What validation says of a spec. */
public sealed interface Verdict {
    /** Valid: the model to go on with, and what a person should look at all the same. */
    record Accepted(App app, List<Problem> warnings) implements Verdict {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** Not valid: every problem, warnings last; at least one is an error. */
    record Refused(List<Problem> problems) implements Verdict {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
