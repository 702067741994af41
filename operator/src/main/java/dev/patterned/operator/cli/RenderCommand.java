package dev.patterned.operator.cli;

import dev.patterned.operator.model.App;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.resources.Expansion;
import dev.patterned.operator.resources.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code patterned render}. */
@Command(
        name = "render",
        customSynopsis = "patterned render -f FILE... [-n NAMESPACE]",
        description = "Prints the objects that the operator would create, as YAML. No cluster.")
final class RenderCommand implements Callable<Integer> {
    @Mixin private InputOptions input = new InputOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        var ansi = commandLine.getColorScheme().ansi();
        var apps = input.check();
        var err = commandLine.getErr();
        for (var app : apps) {
            app.problems()
                    .forEach(p -> err.println(ProblemText.line(app.manifest().file(), p, ansi)));
        }
        if (apps.stream().anyMatch(app -> !app.accepted())) {
            err.println(ProblemText.summary(apps));
            return 1;
        }
        var out = commandLine.getOut();
        out.print(
                Manifests.toYaml(
                        children(
                                apps.stream()
                                        .map(CheckedApp::app)
                                        .flatMap(Optional::stream)
                                        .toList())));
        out.flush();
        return 0;
    }

    /** A Service that several apps provide is one object. */
    private static List<HasMetadata> children(List<App> apps) {
        var objects = new ArrayList<HasMetadata>();
        var shared = new HashSet<String>();
        for (var app : apps) {
            for (var child : Expansion.children(app)) {
                var isNew = shared.add(app.id().namespace() + "/" + child.label());
                if (isNew || child.claim() == Child.Claim.EXCLUSIVE) {
                    objects.add(child.object());
                }
            }
        }
        return objects;
    }
}
