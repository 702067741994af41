package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.PatternedApp;
import java.util.List;

/** The one way from a PatternedApp to the model. Pure: the same offline and in the cluster. */
public final class Validator {
    private Validator() {}

    /** Looks at everything; never throws for what a user wrote. */
    public static Verdict validate(PatternedApp app) {
        return new Verdict.Refused(
                List.of(
                        new Problem(
                                Problem.Severity.ERROR,
                                "NotYet",
                                "spec",
                                app.getMetadata().getName())));
    }
}
