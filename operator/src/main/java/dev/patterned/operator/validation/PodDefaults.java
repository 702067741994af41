package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.PodTemplate;
import dev.patterned.operator.model.PodOptions;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SeccompProfileBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Options of the Pod, with the values that stand where the user said nothing. */
final class PodDefaults {
    private static final PodTemplate NOTHING_SAID =
            new PodTemplate(
                    Map.of(), Map.of(), null, null, null, List.of(), Map.of(), null, List.of(),
                    List.of(), null, null, null, null, null, null, null, List.of(), null, null,
                    null, null, null, null);

    private PodDefaults() {}

    static PodOptions options(PatternedAppSpec spec) {
        var pod = Objects.requireNonNullElse(spec.podTemplate(), NOTHING_SAID);
        return new PodOptions(
                new TreeMap<>(pod.labels()), new TreeMap<>(pod.annotations()), podSpec(spec, pod));
    }

    private static PodSpec podSpec(PatternedAppSpec spec, PodTemplate pod) {
        return new PodSpecBuilder()
                .withServiceAccountName(pod.serviceAccountName())
                // A token that nobody asked for is a token to steal.
                .withAutomountServiceAccountToken(
                        Boolean.TRUE.equals(pod.automountServiceAccountToken()))
                // A Service "redis" would set REDIS_PORT to a URL, over what the app expects there.
                .withEnableServiceLinks(Boolean.TRUE.equals(pod.enableServiceLinks()))
                .withImagePullSecrets(pod.imagePullSecrets())
                .withNodeSelector(
                        pod.nodeSelector().isEmpty() ? null : new TreeMap<>(pod.nodeSelector()))
                .withAffinity(pod.affinity())
                .withTolerations(pod.tolerations())
                .withTopologySpreadConstraints(pod.topologySpreadConstraints())
                .withPriorityClassName(pod.priorityClassName())
                .withRuntimeClassName(pod.runtimeClassName())
                .withSchedulerName(pod.schedulerName())
                .withHostname(pod.hostname())
                .withSubdomain(pod.subdomain())
                .withTerminationGracePeriodSeconds(graceSeconds(spec))
                .withSecurityContext(securityContext(pod.securityContext()))
                .withHostAliases(pod.hostAliases())
                .withDnsPolicy(Wire.of(pod.dnsPolicy()))
                .withDnsConfig(pod.dnsConfig())
                .withRestartPolicy(Workloads.restartPolicy(spec))
                .build();
    }

    /**
     * Seconds from the order to stop until the Pod is killed: one budget for main, then for its
     * helpers to flush what it wrote last.
     */
    static long graceSeconds(PatternedAppSpec spec) {
        return ownGraceSeconds(spec)
                .orElseGet(() ->
                        Defaults.MAIN_GRACE_SECONDS
                                + drainSeconds(spec)
                                + (readsLogs(spec) ? Defaults.FLUSH_GRACE_SECONDS : 0));
    }

    private static Optional<Long> ownGraceSeconds(PatternedAppSpec spec) {
        return Optional.ofNullable(spec.podTemplate())
                .map(PodTemplate::terminationGracePeriodSeconds);
    }

    private static boolean readsLogs(PatternedAppSpec spec) {
        return !spec.logTailers().isEmpty()
                || spec.adapters().stream().anyMatch(adapter -> adapter.logs() != null);
    }

    /**
     * Seconds by which main's stop is delayed, because callers come in and the user says nothing of
     * it. The server refuses a sleep that is longer than all that the Pod has.
     */
    static long drainSeconds(PatternedAppSpec spec) {
        if (!drains(spec)) {
            return 0;
        }
        return Math.min(
                Defaults.DRAIN_SECONDS, ownGraceSeconds(spec).orElse(Defaults.DRAIN_SECONDS));
    }

    private static boolean drains(PatternedAppSpec spec) {
        var lifecycle = spec.main().lifecycle();
        return (lifecycle == null || lifecycle.getPreStop() == null)
                && spec.ambassadors().stream().anyMatch(each -> !each.inbound().isEmpty());
    }

    private static PodSecurityContext securityContext(
            dev.patterned.api.v1alpha1.@Nullable PodSecurityContext own) {
        var context = new PodSecurityContextBuilder();
        if (own == null) {
            return context.withSeccompProfile(runtimeDefault()).build();
        }
        return context.withRunAsUser(own.runAsUser())
                .withRunAsGroup(own.runAsGroup())
                .withRunAsNonRoot(own.runAsNonRoot())
                .withFsGroup(own.fsGroup())
                .withFsGroupChangePolicy(Wire.of(own.fsGroupChangePolicy()))
                .withSupplementalGroups(own.supplementalGroups())
                .withSeccompProfile(
                        own.seccompProfile() == null ? runtimeDefault() : own.seccompProfile())
                .build();
    }

    private static SeccompProfile runtimeDefault() {
        return new SeccompProfileBuilder().withType("RuntimeDefault").build();
    }
}
