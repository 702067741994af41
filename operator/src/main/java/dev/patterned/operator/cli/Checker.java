package dev.patterned.operator.cli;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.validation.Problem;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import dev.patterned.operator.validation.schema.LineProblem;
import dev.patterned.operator.validation.schema.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of every app whether it is accepted; other objects are passed over. */
final class Checker {
    private static final String NAMESPACE_PATH = "metadata.namespace";

    private final @Nullable String namespace;
    private final HashMap<String, Manifest> seen = new HashMap<>();

    /**
     * A new one for each run: it also finds apps that come twice.
     *
     * @param namespace of apps that name none; null leaves them without, for kubectl to place
     */
    Checker(@Nullable String namespace) {
        this.namespace = namespace;
    }

    /** Apps, and what might have become one, in their order. */
    List<CheckedApp> check(List<Manifest> manifests) {
        var checked = new ArrayList<CheckedApp>();
        for (var manifest : manifests) {
            switch (manifest.content()) {
                case Manifest.App(var app) -> checked.add(check(manifest, app));
                case Manifest.Broken(var problems) ->
                        checked.add(new CheckedApp(manifest, Optional.empty(), problems));
                case Manifest.Other() -> {}
            }
        }
        return checked;
    }

    private CheckedApp check(Manifest manifest, PatternedApp app) {
        var problems = new ArrayList<Problem>();
        place(app, problems);
        twice(manifest, app, problems);
        var verdict = Validator.validate(app);
        problems.addAll(
                switch (verdict) {
                    case Verdict.Accepted(var _, var warnings) -> warnings;
                    case Verdict.Refused(var refused) -> refused;
                });
        var refused = problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
        return new CheckedApp(
                manifest,
                verdict instanceof Verdict.Accepted(var model, var _) && !refused
                        ? Optional.of(model)
                        : Optional.empty(),
                problems.stream().map(p -> new LineProblem(manifest.lineOf(p.path()), p)).toList());
    }

    /** As kubectl does: a file that names another namespace is not moved silently. */
    private void place(PatternedApp app, List<Problem> problems) {
        var own = app.getMetadata().getNamespace();
        if (own == null || own.isEmpty()) {
            app.getMetadata().setNamespace(namespace);
        } else if (namespace != null && !namespace.equals(own)) {
            problems.add(
                    error(
                            "NamespaceMismatch",
                            NAMESPACE_PATH,
                            "is \"%s\", but --namespace says \"%s\": leave one of them out"
                                    .formatted(own, namespace)));
        }
    }

    private void twice(Manifest manifest, PatternedApp app, List<Problem> problems) {
        var metadata = app.getMetadata();
        var key =
                Objects.requireNonNullElse(metadata.getNamespace(), "") + "/" + metadata.getName();
        var before = seen.putIfAbsent(key, manifest);
        if (before != null) {
            problems.add(
                    error(
                            "AppTwice",
                            "metadata.name",
                            "\"%s\" is also in %s:%d: rename one, or the second replaces the first"
                                    .formatted(metadata.getName(), before.file(), before.line())));
        }
    }

    private static Problem error(String code, String path, String message) {
        return new Problem(Problem.Severity.ERROR, code, path, message);
    }
}
