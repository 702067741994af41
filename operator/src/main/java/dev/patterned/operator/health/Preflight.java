package dev.patterned.operator.health;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.config.OperatorConfig;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import java.util.ArrayList;
import java.util.Optional;

/** What must be there before the operator starts. */
public final class Preflight {
    private static final String API = ApiKeys.GROUP + "/" + ApiKeys.VERSION;
    private static final String RESOURCE = "patternedapps";

    private final KubernetesClient client;

    /** Asks through that client, which stays the caller's to close. */
    public Preflight(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Asks for everything: server, version, API, rights.
     *
     * @throws CannotStartException for the first thing that is missing
     */
    public void check(OperatorConfig config) {
        ServerVersion.check(version());
        checkApi();
        var rights = new Rights(client);
        var needed = new ArrayList<>(Right.ALL);
        if (config.watchSecrets()) {
            needed.addAll(Right.SECRETS);
        }
        if (config.namespaces().isEmpty()) {
            rights.check(null, needed);
        } else {
            config.namespaces().forEach(namespace -> rights.check(namespace, needed));
        }
        config.leaderElection()
                .ifPresent(election -> rights.check(election.namespace(), Right.LEASE));
    }

    private VersionInfo version() {
        try {
            return client.getKubernetesVersion();
        } catch (KubernetesClientException error) {
            throw unreachable(error);
        }
    }

    private CannotStartException unreachable(KubernetesClientException error) {
        var server = client.getMasterUrl();
        return error.getCode() == 401 || error.getCode() == 403
                ? new CannotStartException(
                        "The API server %s does not accept the operator's credentials (%d)."
                                .formatted(server, error.getCode()),
                        error)
                : new CannotStartException(
                        "The API server %s cannot be reached: %s."
                                .formatted(server, innermost(error)),
                        error);
    }

    private static String innermost(Throwable error) {
        var cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Optional.ofNullable(cause.getMessage()).orElseGet(cause.getClass()::getSimpleName);
    }

    private void checkApi() {
        if (!Discovery.serves(client, PatternedApp.class)) {
            throw new CannotStartException(
                    "The cluster does not serve %s.%s: install the CRD with \"patterned crd | kubectl apply --server-side -f -\"."
                            .formatted(RESOURCE, API));
        }
    }
}
