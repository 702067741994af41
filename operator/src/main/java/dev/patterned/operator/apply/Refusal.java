package dev.patterned.operator.apply;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What an error of the API server means for one child. */
final class Refusal {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    /** They say nothing about the object: the same request may pass in a moment. */
    private static final Set<Integer> TRANSIENT = Set.of(401, 408, CONFLICT, 429, 502, 503, 504);

    private Refusal() {}

    /** Whether the object was not the one that the request was meant for. */
    static boolean isGuard(KubernetesClientException error) {
        return error.getCode() == CONFLICT
                || (error.getCode() == UNPROCESSABLE && causes(error).contains("metadata.uid"));
    }

    /**
     * Whether the server said no to this very object; else the request is worth a retry. A 500 is
     * one: servers answer it for objects that they will never take (a name twice in a list) and for
     * what only an administrator can change (no address left for a Service, a webhook that is
     * down). The other children need not wait for that, and the status should say it.
     */
    static boolean isAboutTheObject(KubernetesClientException error) {
        return error.getCode() >= 400 && !TRANSIENT.contains(error.getCode());
    }

    static Outcome.Rejected outcome(String kind, String name, KubernetesClientException error) {
        var status = Optional.ofNullable(error.getStatus());
        return new Outcome.Rejected(
                kind,
                name,
                error.getCode(),
                status.map(Status::getReason).orElse("Refused"),
                status.map(Status::getMessage).orElseGet(() -> String.valueOf(error.getMessage())));
    }

    private static List<String> causes(KubernetesClientException error) {
        return Optional.ofNullable(error.getStatus()).map(Status::getDetails).stream()
                .flatMap(details -> details.getCauses().stream())
                .map(cause -> cause.getField())
                .filter(Objects::nonNull)
                .toList();
    }
}
