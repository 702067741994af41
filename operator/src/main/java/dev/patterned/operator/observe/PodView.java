package dev.patterned.operator.observe;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Pod with its containers, in the order in which they start.
 *
 * @param containers init containers, then the others
 * @param volumeTrouble what the kubelet says of volumes that it cannot mount
 */
public record PodView(Pod pod, List<ContainerView> containers, Optional<String> volumeTrouble) {
    private static final String TEMPLATE_HASH = "pod-template-hash";

    /** On by default from Kubernetes 1.29 on (KEP-3085). */
    private static final String SANDBOX = "PodReadyToStartContainers";

    /** Copies the list. */
    public PodView {
        containers = List.copyOf(containers);
    }

    /** The view of a Pod whose containers play these roles. */
    public static PodView of(Pod pod, Map<String, ContainerRole> roles) {
        return of(pod, roles, Map.of());
    }

    /** The same, with what the kubelet says of volumes, by name of the Pod. */
    public static PodView of(
            Pod pod, Map<String, ContainerRole> roles, Map<String, String> volumes) {
        var status = status(pod);
        var views = new ArrayList<ContainerView>();
        var ends = !"Always".equals(pod.getSpec().getRestartPolicy());
        var ended = ends && mainEnded(pod);
        var begin = status.getStartTime();
        for (var container : pod.getSpec().getInitContainers()) {
            var own = find(status.getInitContainerStatuses(), container);
            var sidecar = "Always".equals(container.getRestartPolicy());
            views.add(view(pod, roles, container, true, own, ended && sidecar, begin));
            begin = later(begin, own);
        }
        for (var container : pod.getSpec().getContainers()) {
            var own = find(status.getContainerStatuses(), container);
            views.add(view(pod, roles, container, false, own, ends, begin));
        }
        var trouble = Optional.ofNullable(volumes.get(pod.getMetadata().getName()));
        return new PodView(pod, views, trouble);
    }

    /** Name of the Pod. */
    public String name() {
        return pod.getMetadata().getName();
    }

    /** When it was created (RFC 3339); empty for one that no server has seen. */
    public String created() {
        return Objects.requireNonNullElse(pod.getMetadata().getCreationTimestamp(), "");
    }

    /** Neither being deleted nor over: it counts. */
    public boolean active() {
        return pod.getMetadata().getDeletionTimestamp() == null && !failed() && !succeeded();
    }

    /** Over, and well. */
    public boolean succeeded() {
        return phase("Succeeded");
    }

    /** Whether every container of a Pod that ends, sidecars aside, has ended well. */
    public boolean done() {
        return succeeded()
                || (!"Always".equals(pod.getSpec().getRestartPolicy())
                        && mainEnded(pod)
                        && containers.stream()
                                .filter(it -> !it.init())
                                .allMatch(it -> it.lastFailure().isEmpty()));
    }

    /** Over, and not well: evicted, or its node lost. */
    public boolean failed() {
        return phase("Failed");
    }

    /** On a node, where its volumes and its network are still being made. */
    public boolean isBeingSetUp() {
        return active()
                && condition("PodScheduled").filter(it -> "True".equals(it.getStatus())).isPresent()
                && condition(SANDBOX).filter(it -> "True".equals(it.getStatus())).isEmpty();
    }

    /** Hash of its template, as the Deployment's controller labels it; empty where it has none. */
    public String template() {
        var labels = pod.getMetadata().getLabels();
        return labels == null ? "" : labels.getOrDefault(TEMPLATE_HASH, "");
    }

    /** The container of that name. */
    public Optional<ContainerView> container(String name) {
        return containers.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** The Pod's own condition of that type. */
    public Optional<PodCondition> condition(String type) {
        return status(pod).getConditions().stream()
                .filter(it -> type.equals(it.getType()))
                .findFirst();
    }

    private static boolean mainEnded(Pod pod) {
        var statuses = status(pod).getContainerStatuses();
        return !statuses.isEmpty()
                && statuses.stream()
                        .allMatch(it ->
                                it.getState() != null && it.getState().getTerminated() != null);
    }

    private boolean phase(String phase) {
        return phase.equals(status(pod).getPhase());
    }

    private static PodStatus status(Pod pod) {
        return pod.getStatus() == null ? new PodStatus() : pod.getStatus();
    }

    private static ContainerView view(
            Pod pod,
            Map<String, ContainerRole> roles,
            Container container,
            boolean init,
            @Nullable ContainerStatus status,
            boolean mayEnd,
            @Nullable String begin) {
        var name = container.getName();
        var role = roles.getOrDefault(name, new ContainerRole.Other(name));
        var unreadySince =
                status(pod).getConditions().stream()
                        .filter(it -> "Ready".equals(it.getType()))
                        .filter(it -> !"True".equals(it.getStatus()))
                        .map(PodCondition::getLastTransitionTime)
                        .findFirst()
                        .orElse(null);
        return new ContainerView(
                pod.getMetadata().getName(),
                role,
                container,
                init,
                status,
                mayEnd,
                begin,
                unreadySince);
    }

    /** By name: other injectors put themselves in front. */
    private static @Nullable ContainerStatus find(
            List<ContainerStatus> statuses, Container container) {
        return statuses.stream()
                .filter(it -> container.getName().equals(it.getName()))
                .findFirst()
                .orElse(null);
    }

    /** The turn of the next init container comes when this one is done. */
    private static @Nullable String later(
            @Nullable String begin, @Nullable ContainerStatus status) {
        if (status == null || status.getState() == null) {
            return begin;
        }
        var end = status.getState().getTerminated();
        var finished = end == null ? null : end.getFinishedAt();
        return finished != null && (begin == null || finished.compareTo(begin) > 0)
                ? finished
                : begin;
    }
}
