package dev.patterned.operator.cli;

import dev.patterned.api.v1alpha1.DependencyStatus;
import dev.patterned.api.v1alpha1.HelperStatus;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be said of an app, a row for each thing; rows are told apart by their names. */
final class AppRows {
    private AppRows() {}

    /** Name and text of each row; the first is the app itself, the others stand below it. */
    static Map<String, Row> rows(PatternedApp app, Collection<? extends HasMetadata> children) {
        var rows = new LinkedHashMap<String, Row>();
        var status = Optional.ofNullable(app.getStatus());
        rows.put(
                "PatternedApp/" + app.getMetadata().getName(),
                Row.of(readiness(status.orElse(null))));
        children.stream()
                .filter(child -> isOwned(child, app))
                .sorted(
                        Comparator.<HasMetadata>comparingInt(AppRows::rank)
                                .thenComparing(AppRows::name))
                .forEach(child ->
                        rows.put(name(child), new Row(text(child), child.getMetadata().getUid())));
        status.ifPresent(said -> {
            said.dependencies()
                    .forEach(wait -> rows.put("wait " + wait.name(), Row.of(wait(wait))));
            said.helpers()
                    .forEach(helper -> rows.put("helper " + helper.name(), Row.of(helper(helper))));
        });
        return rows;
    }

    private static boolean isOwned(HasMetadata child, PatternedApp app) {
        return child.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> owner.getUid().equals(app.getMetadata().getUid()));
    }

    private static int rank(HasMetadata child) {
        return switch (child) {
            case Service _ -> 1;
            case ConfigMap _ -> 2;
            default -> 0;
        };
    }

    private static String name(HasMetadata child) {
        return child.getKind() + "/" + child.getMetadata().getName();
    }

    /** The condition that says most: Accepted when it is not, else Ready. */
    private static String readiness(@Nullable PatternedAppStatus status) {
        if (status == null) {
            return "not looked at yet";
        }
        return status.conditions().stream()
                .filter(c -> c.getType().equals("Ready") || isRefused(c.getType(), c.getStatus()))
                .min(Comparator.comparingInt(c -> c.getType().equals("Accepted") ? 0 : 1))
                .map(c ->
                        "%s=%s %s%s"
                                .formatted(
                                        c.getType(),
                                        c.getStatus(),
                                        Objects.requireNonNullElse(c.getReason(), ""),
                                        sentence(c.getMessage())))
                .orElse("not looked at yet");
    }

    private static boolean isRefused(String type, String status) {
        return type.equals("Accepted") && status.equals("False");
    }

    private static String text(HasMetadata child) {
        return switch (child) {
            case Service service ->
                    service.getSpec().getPorts().stream()
                            .map(AppRows::port)
                            .collect(Collectors.joining(", "));
            case HorizontalPodAutoscaler autoscaler -> ScalingText.of(autoscaler);
            case PodDisruptionBudget budget -> ScalingText.of(budget);
            case ConfigMap configMap -> String.join(", ", configMap.getData().keySet());
            case NetworkPolicy policy -> String.join(", ", policy.getSpec().getPolicyTypes());
            default -> WorkloadText.of(child).orElse("");
        };
    }

    private static String port(ServicePort port) {
        var target = port.getTargetPort() == null ? "" : " -> " + port.getTargetPort().getValue();
        return port.getPort() + target;
    }

    private static String wait(DependencyStatus wait) {
        return "%s %s%s"
                .formatted(
                        Objects.requireNonNullElse(wait.target(), ""),
                        wait.state() == null ? "Unknown" : word(wait.state().name()),
                        sentence(wait.message()));
    }

    private static String helper(HelperStatus helper) {
        return "%s, ready in %d of %d Pods%s"
                .formatted(
                        helper.type() == null ? "helper" : word(helper.type().name()),
                        Objects.requireNonNullElse(helper.ready(), 0),
                        Objects.requireNonNullElse(helper.total(), 0),
                        sentence(Objects.requireNonNullElse(helper.reason(), "")));
    }

    /** {@code LOG_TAILER} is written {@code LogTailer} everywhere else. */
    private static String word(String constant) {
        return java.util.Arrays.stream(constant.split("_", -1))
                .map(part -> part.charAt(0) + part.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String sentence(@Nullable String message) {
        return message == null || message.isEmpty() ? "" : ": " + message;
    }
}
