package dev.patterned.operator.validation.schema;

import dev.patterned.operator.validation.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Cuts YAML (or JSON, which is YAML) into documents of {@link Tree}s. */
final class YamlDocuments {
    /** Far above any manifest; stops aliases that blow up to gigabytes. */
    private static final int MOST_VALUES = 200_000;

    /** As deep as the API server lets JSON go would overflow our stack; no manifest needs it. */
    private static final int DEEPEST = 100;

    /** One document. The problems are those of reading; a tree with some is not looked at. */
    record Document(Tree tree, List<LineProblem> problems) {
        Document {
            problems = List.copyOf(problems);
        }
    }

    private final List<LineProblem> problems = new ArrayList<>();
    private int values;

    private YamlDocuments() {}

    /**
     * The documents that hold anything. Broken syntax ends the list with a document that says where
     * it broke.
     */
    static List<Document> read(String text) {
        var settings =
                LoadSettings.builder().setSchema(new KubectlScalars()).setUseMarks(true).build();
        var documents = new ArrayList<Document>();
        try {
            for (var node : new Compose(settings).composeAllFromString(text)) {
                var reader = new YamlDocuments();
                var tree = reader.tree(node, line(node), FieldPath.ROOT, 0);
                if (!(tree instanceof Tree.Scalar(int _, var value, String _)) || value != null) {
                    documents.add(new Document(tree, reader.problems));
                }
            }
        } catch (YamlEngineException broken) {
            documents.add(unreadable(broken));
        } catch (StackOverflowError tooDeep) {
            // The parser recurses without a limit of its own.
            documents.add(unreadable(new YamlEngineException("nested too deeply", tooDeep)));
        }
        return documents;
    }

    private static Document unreadable(YamlEngineException broken) {
        var line = 1;
        var message = String.valueOf(broken.getMessage());
        if (broken instanceof MarkedYamlEngineException marked) {
            line = marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            message = marked.getProblem();
        }
        return new Document(
                new Tree.Scalar(line, null, ""),
                List.of(LineProblem.error(line, "Syntax", FieldPath.ROOT, "not YAML: " + message)));
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private Tree tree(Node node, int line, FieldPath path, int depth) {
        values++;
        if (values > MOST_VALUES || depth > DEEPEST) {
            var limit = new LineProblem(line, tooLarge(path));
            if (problems.stream().noneMatch(p -> p.problem().code().equals("TooLarge"))) {
                problems.add(limit);
            }
            return new Tree.Scalar(line, null, "");
        }
        return switch (node) {
            case AnchorNode anchor -> tree(anchor.getRealNode(), line, path, depth + 1);
            case MappingNode mapping -> mapping(mapping, line, path, depth);
            case SequenceNode sequence -> sequence(sequence, line, path, depth);
            default -> scalar((ScalarNode) node, line, path);
        };
    }

    private static Problem tooLarge(FieldPath path) {
        return new Problem(
                Problem.Severity.ERROR,
                "TooLarge",
                path.toString(),
                "is nested too deeply or too large when aliases are followed: write it out");
    }

    private Tree mapping(MappingNode node, int line, FieldPath path, int depth) {
        var fields = new LinkedHashMap<String, Tree>();
        var merged = new LinkedHashMap<String, Tree>();
        for (var tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                add(line(tuple.getKeyNode()), "WrongType", path, "a field's name must be a text");
                continue;
            }
            if (key.getTag().equals(Tag.MERGE)) {
                merge(tree(tuple.getValueNode(), line(key), path, depth + 1), merged);
                continue;
            }
            var name = key.getValue();
            var value = tree(tuple.getValueNode(), line(key), path.field(name), depth + 1);
            var before = fields.putIfAbsent(name, value);
            if (before != null) {
                add(
                        line(key),
                        "DuplicateField",
                        path.field(name),
                        "is written twice, first in line "
                                + before.line()
                                + ": keep one, YAML readers drop the other silently");
            }
        }
        merged.forEach(fields::putIfAbsent);
        return new Tree.Mapping(line, fields);
    }

    private static void merge(Tree source, Map<String, Tree> merged) {
        switch (source) {
            case Tree.Mapping(int _, var fields) -> fields.forEach(merged::putIfAbsent);
            case Tree.Sequence(int _, var items) -> items.forEach(item -> merge(item, merged));
            case Tree.Scalar _ -> {}
        }
    }

    private Tree sequence(SequenceNode node, int line, FieldPath path, int depth) {
        var items = new ArrayList<Tree>();
        for (var item : node.getValue()) {
            items.add(tree(item, line(item), path.index(items.size()), depth + 1));
        }
        return new Tree.Sequence(line, items);
    }

    private Tree scalar(ScalarNode node, int line, FieldPath path) {
        var text = node.getValue();
        try {
            return new Tree.Scalar(line, KubectlScalars.value(node.getTag(), text), text);
        } catch (NumberFormatException impossible) {
            add(line, "WrongType", path, "\"" + text + "\" is not " + node.getTag());
            return new Tree.Scalar(line, null, text);
        }
    }

    private void add(int line, String code, FieldPath path, String message) {
        problems.add(LineProblem.error(line, code, path, message));
    }
}
