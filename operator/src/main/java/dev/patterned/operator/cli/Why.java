package dev.patterned.operator.cli;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.observe.PodView;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why an app is as it is: what there is to say, whatever the form.
 *
 * @param children objects that the app owns
 * @param pods by name, without those that are being deleted
 * @param said by {@code pod/container}, the last line of a container that holds its Pod up
 */
record Why(
        PatternedApp app,
        List<HasMetadata> children,
        List<PodView> pods,
        Map<String, String> said) {
    Why {
        children = List.copyOf(children);
        pods = List.copyOf(pods);
        said = Map.copyOf(said);
    }

    String name() {
        return app.getMetadata().getName();
    }

    String namespace() {
        return app.getMetadata().getNamespace();
    }

    /** Whether the operator says so, and says it of the newest spec. */
    boolean ready() {
        return isSeen()
                && condition("Ready").filter(it -> it.getStatus().equals("True")).isPresent();
    }

    /** The reason of Ready, for tools; {@code NotSeen} where the operator has not said anything. */
    String reason() {
        return isSeen()
                ? condition("Ready").map(Condition::getReason).orElse("NotSeen")
                : "NotSeen";
    }

    /** One sentence. */
    String message() {
        if (condition("Ready").isEmpty()) {
            return "the operator has not looked at it yet (is it running, and does it watch this namespace?)";
        }
        if (!isSeen()) {
            return "the operator has not looked at the newest spec yet (is it running?)";
        }
        return condition("Ready").map(Condition::getMessage).orElse("");
    }

    /** The last line of a container, if it was asked for and has printed one. */
    Optional<String> said(String pod, String container) {
        return Optional.ofNullable(said.get(key(pod, container)));
    }

    static String key(String pod, String container) {
        return pod + "/" + container;
    }

    private boolean isSeen() {
        var status = app.getStatus();
        var generation = app.getMetadata().getGeneration();
        return status != null
                && status.observedGeneration() != null
                && (generation == null || status.observedGeneration() >= generation);
    }

    private Optional<Condition> condition(String type) {
        return app.getStatus() == null
                ? Optional.empty()
                : app.getStatus().conditions().stream()
                        .filter(it -> type.equals(it.getType()))
                        .findFirst();
    }
}
