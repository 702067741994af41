package dev.patterned.operator.observe;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the kubelet says of volumes that it cannot mount. It says so in Events and nowhere else: the
 * Pod's own status only has ContainerCreating. Pure.
 */
final class MountEvents {
    /** A Pod that starts well is past its mounts long before. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Set<String> REASONS = Set.of("FailedMount", "FailedAttachVolume");

    /** The kubelet's words about one volume; it also sums up all that it still waits for. */
    private static final String OF_ONE_VOLUME = "for volume";

    private MountEvents() {}

    /** The one Pod to ask about: those of one template hang for one reason. */
    static Optional<Pod> late(List<Pod> hanging, Instant now) {
        return hanging.stream().filter(pod -> isLate(pod, now)).findFirst();
    }

    private static boolean isLate(Pod pod, Instant now) {
        return PodView.of(pod, Map.of())
                .condition("PodScheduled")
                .flatMap(it -> Wording.instant(it.getLastTransitionTime()))
                .filter(since -> since.plus(PATIENCE).isBefore(now))
                .isPresent();
    }

    /** By name of the Pod, the one warning about it that says most. */
    static Map<String, String> of(Pod pod, List<Warning> warnings) {
        return warnings.stream()
                .filter(warning -> REASONS.contains(warning.reason()))
                .max(Comparator.comparing(MountEvents::isOfOneVolume).thenComparing(Warning::last))
                .map(warning -> Map.of(pod.getMetadata().getName(), warning.note()))
                .orElseGet(Map::of);
    }

    private static boolean isOfOneVolume(Warning warning) {
        return warning.note().contains(OF_ONE_VOLUME);
    }
}
