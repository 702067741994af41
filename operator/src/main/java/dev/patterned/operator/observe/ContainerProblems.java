package dev.patterned.operator.observe;

import dev.patterned.operator.observe.PodProblem.Kind;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is wrong with one container.
 *
 * <p>The words are those that the kubelet writes: {@code pkg/kubelet/images/types.go} and {@code
 * pkg/kubelet/container/sync_result.go} of Kubernetes 1.33 to 1.37.
 */
public final class ContainerProblems {
    private static final Set<String> CONFIGURATION = Set.of("CreateContainerConfigError");
    private static final Set<String> CANNOT_START =
            Set.of(
                    "RunContainerError",
                    "CreateContainerError",
                    "PreCreateHookError",
                    "PreStartHookError",
                    "PostStartHookError");
    private static final Set<String> START_FAILURES =
            Set.of("StartError", "ContainerCannotRun", "ContainerStatusUnknown");
    private static final int DETAIL = 300;

    /** The first that has something to say is the container's problem. */
    private static final List<Function<ContainerView, Optional<PodProblem>>> POLICIES =
            List.of(
                    ContainerProblems::configuration,
                    ImageProblem::of,
                    ContainerProblems::cannotStart,
                    WaitProblem::of,
                    ContainerProblems::outOfMemory,
                    ContainerProblems::crash,
                    ContainerProblems::unready,
                    ContainerProblems::starting);

    private ContainerProblems() {}

    /** The container's worst problem; empty when it is as it should be, or not yet its turn. */
    public static Optional<PodProblem> worst(ContainerView container) {
        if (container.ready()) {
            return Optional.empty();
        }
        return POLICIES.stream()
                .map(policy -> policy.apply(container))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static PodProblem problem(Kind kind, ContainerView container, String message) {
        return new PodProblem(kind, container.pod(), container.name(), message);
    }

    private static Optional<PodProblem> configuration(ContainerView container) {
        return waitingFor(container, CONFIGURATION)
                .map(detail ->
                        problem(
                                Kind.CONFIGURATION,
                                container,
                                container.role().label() + " cannot be made: " + detail));
    }

    private static Optional<PodProblem> cannotStart(ContainerView container) {
        return waitingFor(container, CANNOT_START)
                .or(() -> startFailure(container))
                .map(detail ->
                        problem(
                                Kind.CANNOT_START,
                                container,
                                container.role().label() + " cannot start: " + detail));
    }

    private static Optional<String> startFailure(ContainerView container) {
        return container
                .lastFailure()
                .filter(end -> end.getReason() != null)
                .filter(end -> START_FAILURES.contains(end.getReason()))
                .map(end -> Wording.tail(end.getMessage(), DETAIL))
                .filter(detail -> !detail.isEmpty());
    }

    private static Optional<PodProblem> outOfMemory(ContainerView container) {
        return container
                .recentEnd()
                .filter(end -> "OOMKilled".equals(end.getReason()))
                .map(_ ->
                        problem(
                                Kind.OUT_OF_MEMORY,
                                container,
                                container.role().label()
                                        + " was killed for using more memory than "
                                        + memoryLimit(container)));
    }

    private static String memoryLimit(ContainerView container) {
        var resources = container.spec().getResources();
        var limits = resources == null ? null : resources.getLimits();
        var limit = (limits == null ? Map.<String, Quantity>of() : limits).get("memory");
        return limit == null
                ? "its node has (it has no limit of its own)"
                : "its limit of " + limit + " (raise resources.limits.memory, or use less)";
    }

    private static Optional<PodProblem> crash(ContainerView container) {
        var backsOff = container.waitingReason().equals("CrashLoopBackOff");
        if (container.mayEnd() && container.init()) {
            // It was told to stop; how it took that is no failure of the app.
            return Optional.empty();
        }
        var mustRun = container.staysUp() && !container.mayEnd() && container.ended().isPresent();
        return container
                .recentEnd()
                .filter(end -> backsOff || mustRun || failed(end))
                .map(end -> problem(Kind.CRASH, container, crashMessage(container, end)));
    }

    private static boolean failed(ContainerStateTerminated end) {
        return end.getExitCode() == null || end.getExitCode() != 0;
    }

    private static String crashMessage(ContainerView container, ContainerStateTerminated end) {
        var label = container.role().label();
        // What runs again has its earlier output under --previous; so has what waits to run again.
        var logs = container.logsCommand(container.ended().isEmpty());
        if (!failed(end)) {
            return label + " ended by itself with code 0, but must go on running (" + logs + ")";
        }
        var said = said(container, end);
        return "%s fails with exit code %s%s (%s)"
                .formatted(label, end.getExitCode(), said.isEmpty() ? "" : ": " + said, logs);
    }

    /** Envoy repeats what it was given, and says last what is wrong with it. */
    private static String said(ContainerView container, ContainerStateTerminated end) {
        return container.role() instanceof ContainerRole.Proxy
                ? Wording.lastLine(end.getMessage(), DETAIL)
                : Wording.line(end.getMessage(), DETAIL);
    }

    private static Optional<PodProblem> unready(ContainerView container) {
        if (!container.staysUp()) {
            return Optional.empty();
        }
        return container
                .running()
                .map(running ->
                        problem(
                                Kind.UNREADY,
                                container,
                                container.role().label()
                                        + " runs"
                                        + since(running)
                                        + ", but its "
                                        + probe(container)
                                        + " has not passed ("
                                        + container.logsCommand(false)
                                        + ")"));
    }

    private static String probe(ContainerView container) {
        var status = container.status();
        var started = status != null && Boolean.TRUE.equals(status.getStarted());
        return !started && container.spec().getStartupProbe() != null
                ? "startupProbe"
                : "readinessProbe";
    }

    private static Optional<PodProblem> starting(ContainerView container) {
        return container
                .running()
                .map(running ->
                        problem(
                                Kind.STARTING,
                                container,
                                container.role().label()
                                        + " runs"
                                        + Wording.since(running.getStartedAt())
                                                .map(it -> " " + it)
                                                .orElse("")));
    }

    private static String since(ContainerStateRunning running) {
        return Wording.since(running.getStartedAt()).map(it -> " " + it).orElse("");
    }

    /** The kubelet's message, when the container waits for one of these reasons. */
    private static Optional<String> waitingFor(ContainerView container, Set<String> reasons) {
        return reasons.contains(container.waitingReason())
                ? container
                        .waiting()
                        .map(ContainerStateWaiting::getMessage)
                        .map(it -> Wording.tail(it, DETAIL))
                        .or(() -> Optional.of(container.waitingReason()))
                : Optional.empty();
    }
}
