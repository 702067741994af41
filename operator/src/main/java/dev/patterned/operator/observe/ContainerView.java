package dev.patterned.operator.observe;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One container of a Pod: what it should be beside what the kubelet says of it.
 *
 * @param pod name of the Pod
 * @param spec as the Pod has it
 * @param init whether it stands among the init containers, as native sidecars do
 * @param status null until the kubelet has said something
 * @param mayEnd whether its end is no failure in itself: main of a Job, and what runs beside it
 *     once main has ended
 * @param begin timestamp at which its turn in the Pod came, as far as the Pod tells
 * @param unreadySince timestamp since which the Pod is not ready; null for one that is
 */
public record ContainerView(
        String pod,
        ContainerRole role,
        Container spec,
        boolean init,
        @Nullable ContainerStatus status,
        boolean mayEnd,
        @Nullable String begin,
        @Nullable String unreadySince) {
    /** Name of the container. */
    public String name() {
        return spec.getName();
    }

    /** Whether it runs beside main, or is main: whether it must stay up. */
    public boolean staysUp() {
        return !init || "Always".equals(spec.getRestartPolicy());
    }

    /** Ready; for a task or a wait: done. */
    public boolean ready() {
        return status != null && Boolean.TRUE.equals(status.getReady());
    }

    /** Why the kubelet has not started it (yet, or again). */
    public Optional<ContainerStateWaiting> waiting() {
        return state().map(ContainerState::getWaiting);
    }

    /** The reason of {@link #waiting()}, or an empty text. */
    public String waitingReason() {
        return waiting().map(ContainerStateWaiting::getReason).orElse("");
    }

    /** Its process, when it has one. */
    public Optional<ContainerStateRunning> running() {
        return state().map(ContainerState::getRunning);
    }

    /** How its latest run ended: the current state, else the one before. */
    public Optional<ContainerStateTerminated> lastEnd() {
        return ended().or(() ->
                Optional.ofNullable(status)
                        .map(ContainerStatus::getLastState)
                        .map(ContainerState::getTerminated));
    }

    /**
     * The latest end, unless it is history: a run that has made the Pod ready since then fails, if
     * at all, for reasons of its own.
     */
    public Optional<ContainerStateTerminated> recentEnd() {
        var begin = running().flatMap(run -> Wording.instant(run.getStartedAt()));
        var unready = Wording.instant(unreadySince);
        var wasReady =
                begin.isPresent() && unready.isPresent() && unready.get().isAfter(begin.get());
        return wasReady ? Optional.empty() : lastEnd();
    }

    /** How it ended, when it is not running or about to. */
    public Optional<ContainerStateTerminated> ended() {
        return state().map(ContainerState::getTerminated);
    }

    /** The latest end, when it was a failure. */
    public Optional<ContainerStateTerminated> lastFailure() {
        return lastEnd().filter(end -> end.getExitCode() == null || end.getExitCode() != 0);
    }

    /** How to read what it printed, for a person to copy. */
    public String logsCommand(boolean previous) {
        return "kubectl logs " + pod + " -c " + name() + (previous ? " --previous" : "");
    }

    private Optional<ContainerState> state() {
        return Optional.ofNullable(status).map(ContainerStatus::getState);
    }
}
