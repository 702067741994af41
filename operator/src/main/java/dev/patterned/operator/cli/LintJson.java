package dev.patterned.operator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patterned.operator.validation.schema.LineProblem;
import java.util.List;
import java.util.Locale;

/**
 * Problems for tools: {@code {accepted, objects: [{file, line, object, accepted, problems:
 * [{severity, code, path, message, line}]}]}}.
 */
final class LintJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LintJson() {}

    static String report(List<CheckedApp> apps) {
        var report = MAPPER.createObjectNode();
        report.put("accepted", apps.stream().allMatch(CheckedApp::accepted));
        var objects = report.putArray("objects");
        apps.forEach(app -> objects.add(object(app)));
        return report.toPrettyString();
    }

    private static JsonNode object(CheckedApp app) {
        var node = MAPPER.createObjectNode();
        node.put("file", app.manifest().file());
        node.put("line", app.manifest().line());
        node.put("object", app.manifest().label());
        node.put("accepted", app.accepted());
        var problems = node.putArray("problems");
        app.problems().forEach(problem -> problems.add(problem(problem)));
        return node;
    }

    private static ObjectNode problem(LineProblem located) {
        var problem = located.problem();
        return MAPPER.createObjectNode()
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("code", problem.code())
                .put("path", problem.path())
                .put("message", problem.message())
                .put("line", located.line());
    }
}
