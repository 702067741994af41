package dev.patterned.operator.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patterned.operator.observe.ContainerProblems;
import dev.patterned.operator.observe.ContainerView;
import dev.patterned.operator.observe.PodProblem;
import dev.patterned.operator.observe.PodView;
import dev.patterned.operator.status.Reasons;

/**
 * The answer for tools: {@code {namespace, name, ready, reason, message, objects: [{name, text}],
 * pods: [{name, text, containers: [{name, role, state, ready, reason, message, said}]}]}}. What is
 * absent there was nothing to say about.
 */
final class WhyJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private WhyJson() {}

    static String report(Why why) {
        var report = MAPPER.createObjectNode();
        report.put("namespace", why.namespace());
        report.put("name", why.name());
        report.put("ready", why.ready());
        report.put("reason", why.reason());
        report.put("message", why.message());
        var objects = report.putArray("objects");
        AppRows.rows(why.app(), why.children()).entrySet().stream()
                .skip(1)
                .forEach(row ->
                        objects.addObject()
                                .put("name", row.getKey())
                                .put("text", row.getValue().text()));
        var pods = report.putArray("pods");
        why.pods().forEach(pod -> add(why, pod, pods));
        return report.toPrettyString();
    }

    private static void add(Why why, PodView pod, ArrayNode pods) {
        var node = pods.addObject();
        node.put("name", pod.name());
        node.put("text", WhyTree.podText(pod));
        var containers = node.putArray("containers");
        pod.containers().forEach(container -> add(why, container, containers.addObject()));
    }

    private static void add(Why why, ContainerView container, ObjectNode node) {
        node.put("name", container.name());
        node.put("role", container.role().label());
        node.put("state", WhyTree.state(container));
        node.put("ready", container.ready());
        ContainerProblems.worst(container).ifPresent(problem -> add(problem, node));
        why.said(container.pod(), container.name()).ifPresent(line -> node.put("said", line));
    }

    private static void add(PodProblem problem, ObjectNode node) {
        node.put("reason", Reasons.of(problem.kind()));
        node.put("message", problem.message());
    }
}
