package dev.patterned.operator.validation.schema;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the objects of a file, strictly: what the API server would drop or refuse is a problem. */
public final class ManifestReader {
    private static final String KIND = "PatternedApp";
    private static final String API_VERSION = ApiKeys.GROUP + "/" + ApiKeys.VERSION;

    private final PatternedAppSchema schema;

    public ManifestReader(PatternedAppSchema schema) {
        this.schema = schema;
    }

    /**
     * Every object, in the order of the file; lists are unfolded, empty documents passed over.
     *
     * @param file only a name, for messages
     * @param text YAML or JSON, one or several documents
     */
    public List<Manifest> read(String file, String text) {
        var manifests = new ArrayList<Manifest>();
        for (var document : YamlDocuments.read(text)) {
            unfold(file, document.tree(), document.problems(), manifests);
        }
        return manifests;
    }

    private void unfold(
            String file, Tree tree, List<LineProblem> problems, List<Manifest> manifests) {
        if (problems.isEmpty() && tree instanceof Tree.Mapping mapping && isList(mapping)) {
            if (mapping.fields().get("items") instanceof Tree.Sequence items) {
                items.items().forEach(item -> unfold(file, item, List.of(), manifests));
            }
            return;
        }
        var raw = tree instanceof Tree.Mapping mapping ? mapping.plain() : Map.of();
        manifests.add(
                new Manifest(
                        file,
                        Math.max(1, tree.line()),
                        problems.isEmpty() ? content(tree) : new Manifest.Broken(problems),
                        castRaw(raw),
                        lines(tree)));
    }

    private static Map<String, @Nullable Object> castRaw(Map<?, ?> raw) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        raw.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    private static boolean isList(Tree.Mapping mapping) {
        var kind = mapping.text("kind");
        return (kind.equals("List") && mapping.text("apiVersion").equals("v1"))
                || (kind.equals(KIND + "List")
                        && mapping.text("apiVersion").startsWith(ApiKeys.GROUP + "/"));
    }

    private Manifest.Content content(Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return broken(
                    tree,
                    "WrongType",
                    FieldPath.ROOT,
                    "a Kubernetes object is a map of fields, this is " + tree.description());
        }
        var kind = mapping.text("kind");
        var apiVersion = mapping.text("apiVersion");
        if (kind.isEmpty()) {
            return broken(tree, "Required", new FieldPath("kind"), "is required: what is this?");
        }
        if (apiVersion.isEmpty()) {
            return broken(tree, "Required", new FieldPath("apiVersion"), required(kind));
        }
        var ours = apiVersion.equals(ApiKeys.GROUP) || apiVersion.startsWith(ApiKeys.GROUP + "/");
        if (!ours) {
            return kind.equals(KIND) ? wrongVersion(mapping, apiVersion) : new Manifest.Other();
        }
        if (!kind.equals(KIND)) {
            return broken(
                    mapping.fields().get("kind"),
                    "NotOneOf",
                    new FieldPath("kind"),
                    "\""
                            + kind
                            + "\" is no kind of "
                            + ApiKeys.GROUP
                            + ": did you mean "
                            + KIND
                            + "?");
        }
        return apiVersion.equals(API_VERSION) ? app(mapping) : wrongVersion(mapping, apiVersion);
    }

    private static String required(String kind) {
        return kind.equals(KIND) ? "is required: " + API_VERSION : "is required";
    }

    private static Manifest.Content wrongVersion(Tree.Mapping mapping, String apiVersion) {
        return broken(
                mapping.fields().get("apiVersion"),
                "NotOneOf",
                new FieldPath("apiVersion"),
                "\"" + apiVersion + "\" is not known: use " + API_VERSION);
    }

    private static Manifest.Content broken(
            @Nullable Tree at, String code, FieldPath path, String message) {
        var line = at == null ? 1 : at.line();
        return new Manifest.Broken(List.of(LineProblem.error(line, code, path, message)));
    }

    private Manifest.Content app(Tree.Mapping mapping) {
        var problems = SchemaCheck.check(mapping, schema.root());
        if (!problems.isEmpty()) {
            return new Manifest.Broken(problems);
        }
        try {
            return new Manifest.App(bind(mapping));
        } catch (RecordBinder.UnreadableException odd) {
            var path = odd.path();
            var line = Manifest.lineOf(path.toString(), lines(mapping), mapping.line());
            return new Manifest.Broken(
                    List.of(LineProblem.error(line, "WrongType", path, odd.reason())));
        }
    }

    /** Of the metadata only what the operator looks at; the server keeps the rest. */
    private static PatternedApp bind(Tree.Mapping mapping) throws RecordBinder.UnreadableException {
        var app = new PatternedApp();
        var metadata = (Tree.Mapping) Objects.requireNonNull(mapping.fields().get("metadata"));
        app.setMetadata(
                new ObjectMetaBuilder()
                        .withName(metadata.text("name"))
                        .withNamespace(orNull(metadata.text("namespace")))
                        .withUid(orNull(metadata.text("uid")))
                        .withLabels(texts(metadata.fields().get("labels")))
                        .withAnnotations(texts(metadata.fields().get("annotations")))
                        .build());
        var spec = (Tree.Mapping) Objects.requireNonNull(mapping.fields().get("spec"));
        app.setSpec(RecordBinder.bind(spec, PatternedAppSpec.class, new FieldPath("spec")));
        return app;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, String> texts(@Nullable Tree tree) {
        var texts = new LinkedHashMap<String, String>();
        if (tree instanceof Tree.Mapping mapping) {
            mapping.fields().keySet().forEach(key -> texts.put(key, mapping.text(key)));
        }
        return texts;
    }

    private static Map<String, Integer> lines(Tree tree) {
        var lines = new HashMap<String, Integer>();
        collect(tree, FieldPath.ROOT, lines);
        return lines;
    }

    private static void collect(Tree tree, FieldPath path, Map<String, Integer> lines) {
        lines.put(path.toString(), tree.line());
        switch (tree) {
            case Tree.Mapping(int _, var fields) ->
                    fields.forEach((name, value) -> collect(value, path.field(name), lines));
            case Tree.Sequence(int _, var items) -> {
                for (var i = 0; i < items.size(); i++) {
                    collect(items.get(i), path.index(i), lines);
                }
            }
            case Tree.Scalar _ -> {}
        }
    }
}
