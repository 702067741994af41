package dev.patterned.operator.observe;

import dev.patterned.operator.observe.PodProblem.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the kubelet says of volumes, as a person needs it.
 *
 * <p>Its words: {@code pkg/volume/util/operationexecutor/operation_generator.go}, {@code
 * pkg/kubelet/kubelet_pods.go} and {@code pkg/kubelet/eviction/eviction_manager.go} of Kubernetes
 * 1.33 to 1.37.
 */
final class VolumeProblem {
    private static final int DETAIL = 400;

    /** {@code MountVolume.SetUp failed for volume "settings" : configmap "x" not found}. */
    private static final Pattern ONE =
            Pattern.compile("^\\w+\\.\\w+ failed for volume \"([^\"]+)\" ?: ?(.*)$");

    private static final Pattern ABSENT =
            Pattern.compile("not found|non-existent|does not exist|not registered");

    /** {@code Usage of EmptyDir volume "patterned-logs-httpd" exceeds the limit "256Mi".} */
    private static final Pattern OUTGROWN =
            Pattern.compile("Usage of EmptyDir volume \"([^\"]+)\" exceeds the limit \"([^\"]+)\"");

    /** As {@code plan.LogDirectories} names the volumes of log directories. */
    private static final String LOGS = "patterned-logs-";

    private VolumeProblem() {}

    /** A volume that the kubelet cannot mount. */
    static PodProblem of(String pod, String said) {
        var line = Wording.line(said, Integer.MAX_VALUE);
        var one = ONE.matcher(line);
        var message =
                one.matches()
                        ? "volume %s cannot be mounted: %s"
                                .formatted(one.group(1), Wording.tail(one.group(2), DETAIL))
                        : "its volumes cannot be mounted: " + Wording.tail(line, DETAIL);
        var kind = ABSENT.matcher(line).find() ? Kind.VOLUME : Kind.VOLUME_FAILED;
        return new PodProblem(kind, pod, "", message);
    }

    /** Why a Pod was evicted, when one of its directories outgrew its limit. */
    static Optional<String> outgrown(String said) {
        var found = OUTGROWN.matcher(said);
        if (!found.find()) {
            return Optional.empty();
        }
        var volume = found.group(1);
        var isLogs = volume.startsWith(LOGS);
        return Optional.of(
                "was evicted: %s outgrew its sizeLimit of %s (%s)"
                        .formatted(
                                isLogs
                                        ? "log directory " + volume.substring(LOGS.length())
                                        : "volume " + volume,
                                found.group(2),
                                isLogs
                                        ? "raise it, or let a log tailer rotate the files"
                                        : "raise it, or write less"));
    }
}
