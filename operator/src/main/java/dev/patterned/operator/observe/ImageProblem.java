package dev.patterned.operator.observe;

import dev.patterned.operator.observe.PodProblem.Kind;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An image that does not come.
 *
 * <p>The kubelet alternates between the pull's own error and its back-off; both give one sentence,
 * so that the status stays as it is meanwhile.
 */
final class ImageProblem {
    private static final Set<String> REASONS =
            Set.of(
                    "ErrImagePull",
                    "ImagePullBackOff",
                    "ErrImageNeverPull",
                    "ImageInspectError",
                    "RegistryUnavailable",
                    "SignatureValidationFailed");
    private static final Pattern BACK_OFF =
            Pattern.compile("^Back-off pulling image \"[^\"]*\"(: ?\\w+: ?)?");
    private static final Pattern DENIED =
            Pattern.compile("denied|unauthorized|authenti|authoriz|forbidden");
    private static final Pattern NO_ANSWER =
            Pattern.compile(
                    "no such host|i/o timeout|connection refused|dial tcp|deadline exceeded"
                            + "|tls handshake|network is unreachable|registryunavailable");
    private static final int DETAIL = 300;

    private ImageProblem() {}

    static Optional<PodProblem> of(ContainerView container) {
        var reason = container.waitingReason();
        if (reason.equals("InvalidImageName")) {
            return Optional.of(
                    ContainerProblems.problem(
                            Kind.IMAGE_NAME,
                            container,
                            subject(container) + " has no valid name: correct it in the spec"));
        }
        if (!REASONS.contains(reason)) {
            return Optional.empty();
        }
        var detail =
                container
                        .waiting()
                        .map(ContainerStateWaiting::getMessage)
                        .map(it -> BACK_OFF.matcher(it).replaceFirst(""))
                        .orElse("");
        return Optional.of(
                ContainerProblems.problem(
                        Kind.IMAGE, container, subject(container) + " " + why(reason, detail)));
    }

    private static String subject(ContainerView container) {
        return "image " + container.spec().getImage() + " of " + container.role().label();
    }

    private static String why(String reason, String detail) {
        if (reason.equals("ErrImageNeverPull")) {
            return "is not on the node, and imagePullPolicy is Never";
        }
        var lower = (reason + " " + detail).toLowerCase(Locale.ROOT);
        if (DENIED.matcher(lower).find()) {
            return "does not exist, or needs podTemplate.imagePullSecrets: the registry denies it";
        }
        if (lower.contains("not found") || lower.contains("notfound")) {
            return "was not found: check its name and tag";
        }
        if (NO_ANSWER.matcher(lower).find()) {
            return "cannot be pulled: its registry does not answer: "
                    + Wording.tail(detail, DETAIL);
        }
        return detail.isEmpty()
                ? "cannot be pulled"
                : "cannot be pulled: " + Wording.tail(detail, DETAIL);
    }
}
