package dev.patterned.operator.observe;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the kubelet says of volumes that it cannot mount. It says so in Events and nowhere else: the
 * Pod's own status only has ContainerCreating.
 */
final class MountEvents {
    private static final Logger LOG = LoggerFactory.getLogger(MountEvents.class);

    /** A Pod that starts well is past its mounts long before. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Set<String> REASONS = Set.of("FailedMount", "FailedAttachVolume");

    /** The kubelet's words about one volume; it also sums up all that it still waits for. */
    private static final String OF_ONE_VOLUME = "for volume";

    private MountEvents() {}

    /** Asks about one Pod that hangs: those of one template hang for one reason. */
    static Map<String, String> of(List<Pod> hanging, KubernetesClient client, Instant now) {
        return hanging.stream()
                .filter(pod -> isLate(pod, now))
                .findFirst()
                .map(pod -> of(pod, client))
                .orElseGet(Map::of);
    }

    private static boolean isLate(Pod pod, Instant now) {
        return PodView.of(pod, Map.of())
                .condition("PodScheduled")
                .flatMap(it -> Wording.instant(it.getLastTransitionTime()))
                .filter(since -> since.plus(PATIENCE).isBefore(now))
                .isPresent();
    }

    private static Map<String, String> of(Pod pod, KubernetesClient client) {
        var metadata = pod.getMetadata();
        try {
            return client
                    .events()
                    .v1()
                    .events()
                    .inNamespace(metadata.getNamespace())
                    .withField("regarding.uid", metadata.getUid())
                    .withField("type", "Warning")
                    .list()
                    .getItems()
                    .stream()
                    .filter(event -> REASONS.contains(event.getReason()))
                    .filter(event -> event.getNote() != null)
                    .max(
                            Comparator.comparing(MountEvents::isOfOneVolume)
                                    .thenComparing(MountEvents::last))
                    .map(event -> Map.of(metadata.getName(), event.getNote()))
                    .orElseGet(Map::of);
        } catch (KubernetesClientException refused) {
            // The status is poorer without, and still right.
            LOG.debug("Events of Pod {} cannot be read", metadata.getName(), refused);
            return Map.of();
        }
    }

    private static boolean isOfOneVolume(Event event) {
        return event.getNote().contains(OF_ONE_VOLUME);
    }

    private static String last(Event event) {
        return Objects.requireNonNullElse(event.getDeprecatedLastTimestamp(), "");
    }
}
