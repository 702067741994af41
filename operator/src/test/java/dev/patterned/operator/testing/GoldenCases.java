package dev.patterned.operator.testing;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.model.App;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.resources.Expansion;
import dev.patterned.operator.resources.Manifests;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The golden cases: every folder of {@code golden/}, and every example. */
public final class GoldenCases {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path EXAMPLES = Path.of("../crds/examples");

    private GoldenCases() {}

    /** One input and the file that says what it renders to. */
    public record GoldenCase(String name, Path input, Path expected) {
        /** The input as an object. */
        public PatternedApp app() {
            try {
                return Serialization.unmarshal(Files.readString(input), PatternedApp.class);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** The input as the model. */
        public App model() {
            return switch (Validator.validate(app())) {
                case Verdict.Accepted(var model, _) -> model;
                case Verdict.Refused(var problems) ->
                        throw new AssertionError(name + " is refused: " + problems);
            };
        }

        /**
         * What it renders to; the texts of scripts and of Envoy, which have tests of their own,
         * left out: the ConfigMap's name holds their hash.
         */
        public String rendered() {
            var objects = Expansion.children(model()).stream().map(Child::object).toList();
            for (var object : objects) {
                if (object instanceof ConfigMap files) {
                    files.getData()
                            .replaceAll((file, text) -> leftOut(file) ? "(" + file + ")" : text);
                }
            }
            return Manifests.toYaml(objects);
        }

        private static boolean leftOut(String file) {
            return file.endsWith(".sh") || file.equals("envoy.json");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Every case, by name. */
    public static List<GoldenCase> all() {
        var cases = new ArrayList<GoldenCase>();
        for (var folder : list(GOLDEN)) {
            if (Files.exists(folder.resolve("input.yaml"))) {
                cases.add(
                        new GoldenCase(
                                folder.getFileName().toString(),
                                folder.resolve("input.yaml"),
                                folder.resolve("expected.yaml")));
            }
        }
        for (var example : list(EXAMPLES)) {
            var name = "example-" + example.getFileName().toString().replace(".yaml", "");
            cases.add(new GoldenCase(name, example, GOLDEN.resolve(name).resolve("expected.yaml")));
        }
        return cases;
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
