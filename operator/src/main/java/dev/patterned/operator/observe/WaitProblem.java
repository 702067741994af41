package dev.patterned.operator.observe;

import dev.patterned.operator.model.Dependency;
import dev.patterned.operator.model.Target;
import dev.patterned.operator.observe.PodProblem.Kind;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import java.util.Optional;

/** A wait that is not over, with what its last run said. */
public final class WaitProblem {
    private static final int DETAIL = 400;

    private WaitProblem() {}

    static Optional<PodProblem> of(ContainerView container) {
        if (!(container.role() instanceof ContainerRole.Wait(var dependency, var awaited))) {
            return Optional.empty();
        }
        var failed = container.lastFailure().isPresent();
        if (!failed && container.running().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ContainerProblems.problem(
                        failed ? Kind.WAIT_FAILED : Kind.WAITING,
                        container,
                        "waits for %s (%s%s; %s shows each attempt)"
                                .formatted(
                                        dependency.target().label(),
                                        since(container),
                                        detail(container, dependency, awaited),
                                        container.logsCommand(false))));
    }

    /**
     * What is known of why the wait is not over: what the operator sees, the last run's own word,
     * else what it asks.
     */
    public static String detail(ContainerView container, Dependency dependency, Awaited awaited) {
        if (!awaited.message().isEmpty()) {
            return awaited.message();
        }
        return container
                .lastFailure()
                .map(end -> {
                    var said = said(end, dependency);
                    return said.isEmpty()
                            ? "the last run ended with exit code " + end.getExitCode()
                            : "the last run ended: " + said;
                })
                .orElseGet(() -> unanswered(dependency.target()));
    }

    /** The last word of a run, without the label that it begins with; may be empty. */
    public static String said(ContainerStateTerminated end, Dependency dependency) {
        var said = Wording.line(end.getMessage(), DETAIL);
        var label = dependency.target().label() + ": ";
        return said.startsWith(label) ? said.substring(label.length()) : said;
    }

    private static String unanswered(Target target) {
        return switch (target) {
            case Target.Service service ->
                    service.mustAnswer()
                            ? "nothing answers behind it yet"
                            : "its name does not resolve yet";
            case Target.Tcp _ -> "no connection yet";
            case Target.Upstreams _ -> "not all of its upstreams accept connections yet";
            case Target.Http _ -> "no answer with an expected status yet";
            case Target.Grpc _ -> "it does not report SERVING yet";
            case Target.Dns _ -> "the name does not resolve yet";
            case Target.Job _, Target.App _ -> "done, and the Pod is about to see it";
        };
    }

    /** A run that timed out is followed by another: the first one's begin is what a person asks. */
    private static String since(ContainerView container) {
        var first =
                container
                        .running()
                        .filter(_ -> container.lastEnd().isEmpty())
                        .map(running -> running.getStartedAt())
                        .orElse(container.begin());
        return Wording.since(first).map(it -> it + ": ").orElse("");
    }
}
