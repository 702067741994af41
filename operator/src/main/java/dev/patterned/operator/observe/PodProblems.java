package dev.patterned.operator.observe;

import dev.patterned.operator.observe.PodProblem.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is wrong with one Pod, from its status alone. */
public final class PodProblems {
    private static final int DETAIL = 400;

    private static final List<Function<PodView, Optional<PodProblem>>> POLICIES =
            List.of(
                    PodProblems::unschedulable,
                    PodProblems::gone,
                    PodProblems::volume,
                    PodProblems::worstContainer,
                    PodProblems::notStarted);

    private PodProblems() {}

    /** The Pod's worst problem; empty for one that is ready or being deleted. */
    public static Optional<PodProblem> worst(PodView pod) {
        if (pod.done()
                || pod.condition("Ready").filter(it -> "True".equals(it.getStatus())).isPresent()) {
            return Optional.empty();
        }
        return POLICIES.stream()
                .map(policy -> policy.apply(pod))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(PodProblem::kind));
    }

    private static Optional<PodProblem> unschedulable(PodView pod) {
        return pod.condition("PodScheduled")
                .filter(it -> "False".equals(it.getStatus()))
                .map(it -> {
                    var message = Wording.line(it.getMessage(), DETAIL);
                    return message.contains("persistentvolumeclaim")
                                    && message.contains("not found")
                            ? whole(pod, Kind.VOLUME, "cannot be scheduled: " + message)
                            : whole(
                                    pod,
                                    Kind.UNSCHEDULABLE,
                                    "no node takes it: " + withoutPreemption(message));
                });
    }

    /** The scheduler's second sentence says the first again, for preemption. */
    private static String withoutPreemption(String message) {
        var end = message.indexOf(" preemption:");
        return (end < 0 ? message : message.substring(0, end)).replaceFirst("\\.$", "");
    }

    private static Optional<PodProblem> volume(PodView pod) {
        return pod.volumeTrouble().map(said -> VolumeProblem.of(pod.name(), said));
    }

    private static Optional<PodProblem> gone(PodView pod) {
        var status = pod.pod().getStatus();
        if (!pod.failed() || (status.getReason() == null && failedContainer(pod).isPresent())) {
            return Optional.empty();
        }
        var why =
                Stream.of(status.getReason(), status.getMessage())
                        .filter(it -> it != null && !it.isEmpty())
                        .toList();
        var said = Wording.line(String.join(": ", why), DETAIL);
        return Optional.of(
                whole(pod, Kind.GONE, VolumeProblem.outgrown(said).orElse("ended: " + said)));
    }

    private static Optional<PodProblem> worstContainer(PodView pod) {
        return pod.failed()
                ? failedContainer(pod).filter(_ -> pod.pod().getStatus().getReason() == null)
                : pod.containers().stream()
                        .map(ContainerProblems::worst)
                        .flatMap(Optional::stream)
                        .min(Comparator.comparing(PodProblem::kind));
    }

    /** What a Pod that is not started again has failed of; its sidecars were only told to stop. */
    private static Optional<PodProblem> failedContainer(PodView pod) {
        return pod.containers().stream()
                .filter(it -> !it.init() || !it.staysUp())
                .filter(it -> it.ended().isPresent())
                .map(ContainerProblems::worst)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(PodProblem::kind));
    }

    /** What is left when no container says anything: one sentence a phase of the start. */
    private static Optional<PodProblem> notStarted(PodView pod) {
        if (pod.failed()) {
            return Optional.empty();
        }
        return Optional.of(whole(pod, Kind.STARTING, phase(pod)));
    }

    private static String phase(PodView pod) {
        var scheduled = pod.condition("PodScheduled").filter(it -> "True".equals(it.getStatus()));
        if (scheduled.isEmpty()) {
            return "is not scheduled yet";
        }
        if (pod.containers().stream().allMatch(ContainerView::ready)) {
            return "its containers are ready, the Pod is not yet (kubectl describe pod %s)"
                    .formatted(pod.name());
        }
        var since = Wording.since(scheduled.get().getLastTransitionTime());
        return "is on its node%s, its containers are being started (kubectl describe pod %s)"
                .formatted(since.map(it -> " " + it).orElse(""), pod.name());
    }

    private static PodProblem whole(PodView pod, Kind kind, String message) {
        return new PodProblem(kind, pod.name(), "", message);
    }
}
