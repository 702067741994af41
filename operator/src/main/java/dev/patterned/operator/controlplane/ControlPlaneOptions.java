package dev.patterned.operator.controlplane;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to start and where its files go.
 *
 * @param release the Kubernetes release to find or make programs for
 * @param binaries a folder of the user's with kube-apiserver, etcd and kubectl; null for none
 * @param cache absolute; keeps programs between runs ({@code k8s/}) and the files of running
 *     control planes ({@code run/})
 * @param auditPolicy an audit policy (YAML, {@code audit.k8s.io/v1}); null for no audit log
 * @param apiServerFlags more flags for kube-apiserver, each as {@code --name=value}; they win over
 *     ours
 * @param startTimeout how long the API server may take until it is ready, once its programs are
 *     there
 */
public record ControlPlaneOptions(
        KubernetesRelease release,
        @Nullable Path binaries,
        Path cache,
        @Nullable String auditPolicy,
        List<String> apiServerFlags,
        Duration startTimeout) {

    /** Names a folder of the user's own programs. */
    public static final String BINARIES_VARIABLE = "PATTERNED_CONTROL_PLANE_BIN";

    // A start takes 3 s on an idle machine; on one with ten builds running more than half a minute
    // was seen.
    private static final Duration PATIENT = Duration.ofMinutes(2);

    public ControlPlaneOptions {
        apiServerFlags = List.copyOf(apiServerFlags);
    }

    /** The newest release, with folders from this process's environment. */
    public static ControlPlaneOptions defaults() {
        return from(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static ControlPlaneOptions from(Map<String, String> environment, Path home) {
        var binaries = environment.getOrDefault(BINARIES_VARIABLE, "");
        var xdgCache = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        // The XDG base directory specification has relative paths ignored.
        var caches = xdgCache.isAbsolute() ? xdgCache : home.resolve(".cache");
        return new ControlPlaneOptions(
                KubernetesRelease.NEWEST,
                binaries.isBlank() ? null : Path.of(binaries).toAbsolutePath(),
                caches.resolve("patterned").resolve("control-plane").toAbsolutePath(),
                null,
                List.of(),
                PATIENT);
    }

    public ControlPlaneOptions withRelease(KubernetesRelease newRelease) {
        return new ControlPlaneOptions(
                newRelease, binaries, cache, auditPolicy, apiServerFlags, startTimeout);
    }

    public ControlPlaneOptions withBinaries(@Nullable Path folder) {
        return new ControlPlaneOptions(
                release, folder, cache, auditPolicy, apiServerFlags, startTimeout);
    }

    public ControlPlaneOptions withCache(Path folder) {
        return new ControlPlaneOptions(
                release,
                binaries,
                folder.toAbsolutePath(),
                auditPolicy,
                apiServerFlags,
                startTimeout);
    }

    /** Every request that the policy names is in the audit log when its answer has arrived. */
    public ControlPlaneOptions withAuditPolicy(String policy) {
        return new ControlPlaneOptions(
                release, binaries, cache, policy, apiServerFlags, startTimeout);
    }

    public ControlPlaneOptions withApiServerFlags(List<String> flags) {
        return new ControlPlaneOptions(release, binaries, cache, auditPolicy, flags, startTimeout);
    }
}
