package dev.patterned.operator.reconcile;

import dev.patterned.operator.observe.Wording;
import dev.patterned.operator.status.PassFailure;
import dev.patterned.operator.status.Reasons;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/** What an app's status says of an exception that ended its pass. Pure. */
final class FailedPass {
    /** Pauses that add up to three or four seconds: what takes longer a person wonders about. */
    private static final int LASTING = 3;

    private static final int DETAIL = 600;

    private FailedPass() {}

    /**
     * What to say of an exception; nothing of a failed request that may pass in a moment.
     *
     * @param attempts failed passes before this one
     */
    static Optional<PassFailure> of(Exception error, int attempts) {
        if (error instanceof KubernetesClientException refused) {
            return attempts < LASTING ? Optional.empty() : Optional.of(request(refused));
        }
        return Optional.of(
                new PassFailure(
                        Reasons.INTERNAL_ERROR,
                        "the operator fails over this app (%s), which is a defect of the operator: please report it with its log; it tries again"
                                .formatted(detail(error))));
    }

    private static PassFailure request(KubernetesClientException error) {
        var status = error.getStatus();
        return new PassFailure(
                Reasons.REQUEST_FAILED,
                "the API server does not do what the operator asks of it (%s); it tries again"
                        .formatted(
                                status == null || status.getMessage() == null
                                        ? detail(error)
                                        : error.getCode() + " " + line(status.getMessage())));
    }

    /** The innermost cause: those around it only passed it on. */
    private static String detail(Throwable error) {
        var cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var name = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? name : name + ": " + line(cause.getMessage());
    }

    private static String line(String text) {
        return Wording.line(text, DETAIL);
    }
}
