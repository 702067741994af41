package dev.patterned.operator.node;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs scripts in containers, as {@code kubectl exec} does. */
final class Shell {
    private static final long SECONDS = 60;

    private Shell() {}

    /**
     * Runs a script with the container's {@code sh}.
     *
     * @return its standard output
     * @throws AssertionError with what it printed on standard error, if its exit code is not 0 or
     *     it takes over a minute
     */
    static String run(KubernetesClient client, String pod, String container, String script) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        try (var execution =
                client.pods()
                        .withName(pod)
                        .inContainer(container)
                        .writingOutput(output)
                        .writingError(errors)
                        .exec("sh", "-c", script)) {
            var code = execution.exitCode().get(SECONDS, TimeUnit.SECONDS);
            if (code != 0) {
                throw new AssertionError(
                        "%s in %s/%s: exit code %d: %s"
                                .formatted(
                                        script,
                                        pod,
                                        container,
                                        code,
                                        errors.toString(StandardCharsets.UTF_8)));
            }
            return output.toString(StandardCharsets.UTF_8);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError(script + " in " + pod + "/" + container, failure);
        }
    }
}
