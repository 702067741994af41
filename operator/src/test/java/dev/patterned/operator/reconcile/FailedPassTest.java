package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.status.PassFailure;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailedPassTest {
    @Test
    void aDefectIsSaidAtOnceWithItsInnermostCause() {
        var error = new IllegalStateException(new StackOverflowError());

        assertThat(FailedPass.of(error, 0))
                .hasValue(
                        new PassFailure(
                                "InternalError",
                                "the operator fails over this app (StackOverflowError), which is a"
                                        + " defect of the operator: please report it with its log;"
                                        + " it tries again"));
    }

    @Test
    void aRequestThatMayPassInAMomentIsNotSaid() {
        assertThat(FailedPass.of(busy(), 0)).isEmpty();
    }

    @Test
    void aRequestThatFailsOnAndOnIsSaid() {
        assertThat(FailedPass.of(busy(), 3))
                .map(PassFailure::message)
                .isEqualTo(
                        Optional.of(
                                "the API server does not do what the operator asks of it (429 too"
                                        + " many requests); it tries again"));
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedByItsError() {
        var unanswered = new KubernetesClientException("sending failed", new IOException("reset"));

        assertThat(FailedPass.of(unanswered, 3))
                .hasValueSatisfying(
                        failure -> assertThat(failure.message()).contains("(IOException: reset)"));
    }

    private static KubernetesClientException busy() {
        return new KubernetesClientException(
                new StatusBuilder().withCode(429).withMessage("too many\nrequests").build());
    }
}
