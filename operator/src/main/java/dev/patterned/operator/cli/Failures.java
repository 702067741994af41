package dev.patterned.operator.cli;

import dev.patterned.operator.controlplane.ControlPlaneException;
import dev.patterned.operator.health.CannotStartException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What a person sees when a command could not do its work. */
final class Failures {
    /** Set to anything: shows the stack trace, for a report. */
    static final String DEBUG = "PATTERNED_DEBUG";

    private Failures() {}

    static int print(Exception failure, CommandLine command, ParseResult result) {
        var err = command.getErr();
        err.println("patterned: " + sentence(failure));
        if (System.getenv(DEBUG) != null) {
            failure.printStackTrace(err);
        }
        err.flush();
        return failure instanceof UsageException ? CommandLine.ExitCode.USAGE : 1;
    }

    private static String sentence(Exception failure) {
        var message =
                Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getName());
        return switch (failure) {
            case UsageException _, ControlPlaneException _, CannotStartException _, IOException _ ->
                    message;
            case KubernetesClientException refused -> "the cluster: " + cluster(refused);
            default -> "unexpected: %s (set %s=1 for details)".formatted(message, DEBUG);
        };
    }

    private static String cluster(KubernetesClientException error) {
        var status = error.getStatus();
        if (status != null && status.getMessage() != null) {
            return status.getMessage();
        }
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }
}
