package dev.patterned.operator.cli;

import dev.patterned.operator.observe.ContainerProblems;
import dev.patterned.operator.observe.ContainerView;
import dev.patterned.operator.observe.PodView;
import dev.patterned.operator.observe.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** An app as a tree: children, and below the workload its Pods with their containers. */
final class WhyTree {
    private WhyTree() {}

    /** The lines of a person's answer: the sentence, then the tree. */
    static List<String> lines(Why why, boolean plain) {
        var lines = new ArrayList<String>();
        lines.add(
                "%s is %sready: %s"
                        .formatted(why.name(), why.ready() ? "" : "not ", why.message()));
        lines.add("");
        lines.addAll(tree(why).lines(plain));
        return lines;
    }

    static Branch tree(Why why) {
        var rows = AppRows.rows(why.app(), why.children());
        var workload = workload(why);
        var pods = why.pods().stream().map(pod -> pod(why, pod)).toList();
        var below =
                rows.entrySet().stream()
                        .skip(1)
                        .map(row ->
                                new Branch(
                                        row.getKey(),
                                        row.getValue().text(),
                                        row.getKey().equals(workload) ? pods : List.of()));
        var isBelowWorkload = rows.containsKey(workload);
        return new Branch(
                "PatternedApp/" + why.name() + " in " + why.namespace(),
                why.reason(),
                Stream.concat(isBelowWorkload ? Stream.of() : pods.stream(), below).toList());
    }

    private static String workload(Why why) {
        return Optional.ofNullable(why.app().getStatus())
                .map(status -> status.workload())
                .map(workload -> workload.kind() + "/" + workload.name())
                .orElse("");
    }

    private static Branch pod(Why why, PodView pod) {
        var containers =
                pod.containers().stream().map(container -> container(why, container)).toList();
        return new Branch("Pod/" + pod.name(), podText(pod), containers);
    }

    static String podText(PodView pod) {
        var status = pod.pod().getStatus();
        var phase = status == null ? "Pending" : Objects.requireNonNullElse(status.getPhase(), "");
        var node = pod.pod().getSpec().getNodeName();
        return phase + (node == null ? ", on no node yet" : " on " + node);
    }

    private static Branch container(Why why, ContainerView container) {
        var said =
                why
                        .said(container.pod(), container.name())
                        .map(line -> Branch.leaf("says:", line))
                        .stream()
                        .toList();
        return new Branch(container.role().label(), containerText(container), said);
    }

    static String containerText(ContainerView container) {
        var restarts =
                container.status() == null || container.status().getRestartCount() == null
                        ? 0
                        : container.status().getRestartCount();
        return state(container)
                + (restarts == 0
                        ? ""
                        : ", restarted " + (restarts == 1 ? "once" : restarts + " times"))
                + ContainerProblems.worst(container)
                        .map(problem -> ": " + withoutSubject(problem.message(), container))
                        .orElse("");
    }

    /** The row names the container already. */
    private static String withoutSubject(String message, ContainerView container) {
        var subject = container.role().label() + " ";
        return message.startsWith(subject) ? message.substring(subject.length()) : message;
    }

    static String state(ContainerView container) {
        if (container.running().isPresent()) {
            var since = Wording.since(container.running().get().getStartedAt());
            return (container.ready() ? "ready, runs" : "runs")
                    + since.map(it -> " " + it).orElse("");
        }
        if (container.ended().isPresent()) {
            var code = container.ended().get().getExitCode();
            return container.ready() ? "done" : "ended with exit code " + code;
        }
        var reason = container.waitingReason();
        return reason.isEmpty() || reason.equals("PodInitializing") ? "not its turn yet" : reason;
    }
}
