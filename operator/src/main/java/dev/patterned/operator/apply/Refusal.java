package dev.patterned.operator.apply;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an error of the API server means for one child. */
final class Refusal {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    /** They say nothing about the object: the same request may pass in a moment. */
    private static final Set<Integer> TRANSIENT = Set.of(401, 408, CONFLICT, 429, 502, 503, 504);

    private static final List<String> FIXED =
            List.of(
                    "field is immutable",
                    "updates to statefulset spec for fields other than",
                    "pod updates may not change fields other than");

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

    /**
     * Whether the object is gone, or changed since it was seen; that change's event is the retry.
     */
    static boolean isAlreadyDifferent(KubernetesClientException error) {
        return error.getCode() == NOT_FOUND || error.getCode() == CONFLICT;
    }

    static Outcome outcome(HasMetadata object, KubernetesClientException error) {
        var kind = object.getKind();
        var name = object.getMetadata().getName();
        return fixedField(error)
                .<Outcome>map(field -> new Outcome.Stuck(kind, name, field))
                .orElseGet(() -> rejected(kind, name, error));
    }

    /**
     * Whether the object would perhaps be valid without what the server had filled in before: it
     * says so of no single field, and a look at the object's other half costs two requests.
     */
    static boolean mayBeOfLeftovers(KubernetesClientException error) {
        return error.getCode() == UNPROCESSABLE && !isGuard(error) && fixedField(error).isEmpty();
    }

    /**
     * The field that an update tried to change in vain; a net below {@link Unchangeable}. The words
     * are those of {@code ValidateImmutableField} and of the updates of StatefulSets and Pods.
     */
    private static Optional<String> fixedField(KubernetesClientException error) {
        if (error.getCode() != UNPROCESSABLE) {
            return Optional.empty();
        }
        return details(error)
                .filter(cause ->
                        FIXED.stream()
                                .anyMatch(
                                        Objects.requireNonNullElse(cause.getMessage(), "")
                                                ::contains))
                .map(StatusCause::getField)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Outcome.Rejected rejected(
            String kind, String name, KubernetesClientException error) {
        var status = Optional.ofNullable(error.getStatus());
        return new Outcome.Rejected(
                kind,
                name,
                error.getCode(),
                status.map(Status::getReason).orElse("Refused"),
                status.map(Status::getMessage).orElseGet(() -> String.valueOf(error.getMessage())));
    }

    private static List<String> causes(KubernetesClientException error) {
        return details(error).map(StatusCause::getField).filter(Objects::nonNull).toList();
    }

    private static Stream<StatusCause> details(KubernetesClientException error) {
        return Optional.ofNullable(error.getStatus()).map(Status::getDetails).stream()
                .flatMap(details -> details.getCauses().stream());
    }
}
