package dev.patterned.operator.validation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** Regular expressions as the collector takes them: RE2, which has no look-around. */
final class Expressions {
    private Expressions() {}

    /** The compiled expression; empty, and a problem, where it is none. */
    static Optional<Pattern> check(String path, String expression, Problems problems) {
        try {
            return Optional.of(Pattern.compile(expression));
        } catch (PatternSyntaxException notRe2) {
            problems.error(
                    "RegexInvalid",
                    path,
                    "is no RE2 expression (%s): look-around and back-references are not in RE2, and a lone bracket is written with a backslash"
                            .formatted(notRe2.getMessage()));
            return Optional.empty();
        }
    }
}
