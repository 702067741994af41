package dev.patterned.operator.node;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** What {@code kubectl get pods} shows, and how to look into a Pod's status by container. */
final class Kubectl {
    private Kubectl() {}

    /** The column STATUS, as far as these tests need it: {@code Init:0/2}, or the phase. */
    static String status(Pod pod) {
        var containers = pod.getStatus().getInitContainerStatuses();
        for (var index = 0; index < containers.size(); index++) {
            if (!passed(containers.get(index))) {
                return "Init:" + index + "/" + containers.size();
            }
        }
        return Objects.requireNonNullElse(pod.getStatus().getPhase(), "");
    }

    /** Done, or a sidecar that has started. */
    private static boolean passed(ContainerStatus container) {
        var state = container.getState();
        return state.getTerminated() != null
                ? state.getTerminated().getExitCode() == 0
                : state.getRunning() != null && Boolean.TRUE.equals(container.getReady());
    }

    /** The status of one container, of whatever sort. */
    static ContainerStatus container(Pod pod, String name) {
        return Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream())
                .filter(container -> container.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** When a container's present or last run began. */
    static Instant begin(Pod pod, String container) {
        var state = container(pod, container).getState();
        return Instant.parse(
                state.getRunning() != null
                        ? state.getRunning().getStartedAt()
                        : state.getTerminated().getStartedAt());
    }

    /** When a container that has ended did. */
    static Instant end(Pod pod, String container) {
        return Instant.parse(container(pod, container).getState().getTerminated().getFinishedAt());
    }
}
