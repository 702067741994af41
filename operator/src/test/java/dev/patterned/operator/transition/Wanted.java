package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.model.App;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.resources.Expansion;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import java.util.List;

/** An app and what it becomes. */
record Wanted(App app, List<Child> children) {
    static Wanted of(JsonNode spec) {
        var primary = Specs.bind(spec);
        primary.getMetadata().setUid("uid");
        return of(primary);
    }

    static Wanted of(PatternedApp primary) {
        return switch (Validator.validate(primary)) {
            case Verdict.Accepted(var app, _) -> new Wanted(app, Expansion.children(app));
            case Verdict.Refused(var problems) -> throw new AssertionError(problems);
        };
    }
}
