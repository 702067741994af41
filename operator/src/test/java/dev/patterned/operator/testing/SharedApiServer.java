package dev.patterned.operator.testing;

import dev.patterned.operator.controlplane.KubernetesRelease;
import dev.patterned.operator.health.Definitions;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** One server of a release for all test classes of a run; it ends with the launcher session. */
final class SharedApiServer implements AutoCloseable {

    private static final Namespace RUN = Namespace.create(SharedApiServer.class);
    private static final String CRD = "/dev/patterned/api/patternedapps.patterned.dev.yaml";
    private static final long CRD_SECONDS = 30;

    private final KubeApiTestServer server;
    private final KubernetesRelease release;
    private boolean hasCrd;

    private SharedApiServer(KubeApiTestServer server, KubernetesRelease release) {
        this.server = server;
        this.release = release;
    }

    /**
     * The run's server, started by whoever asks first; whoever asks after a failure gets the same
     * failure.
     */
    static SharedApiServer of(ExtensionContext context, KubernetesRelease release) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, RUN)
                .computeIfAbsent(release, SharedApiServer::attempt, Attempt.class)
                .get();
    }

    private static Attempt attempt(KubernetesRelease release) {
        try {
            return new Attempt(start(release), null);
        } catch (RuntimeException failure) {
            return new Attempt(null, failure);
        }
    }

    private static SharedApiServer start(KubernetesRelease release) {
        try {
            var server =
                    new SharedApiServer(
                            KubeApiTestServer.start(release, resource("audit-policy.yaml")),
                            release);
            server.installCrd();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void installCrd() {
        try (var in = SharedApiServer.class.getResourceAsStream(CRD);
                var client = client("test-setup", "default")) {
            // Classes that are about the server alone run before there is a CRD, too.
            if (in == null) {
                return;
            }
            var crd = client.resource(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            crd.serverSideApply();
            crd.waitUntilCondition(
                    live ->
                            live instanceof CustomResourceDefinition definition
                                    && Definitions.isEstablished(definition),
                    CRD_SECONDS,
                    TimeUnit.SECONDS);
            hasCrd = true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether there can be any apps. */
    boolean hasCrd() {
        return hasCrd;
    }

    KubernetesRelease release() {
        return release;
    }

    String kubeconfig() {
        return server.kubeconfig();
    }

    KubernetesClient client(String userAgent, String namespace) {
        var config = Config.fromKubeconfig(kubeconfig());
        config.setUserAgent(userAgent);
        config.setNamespace(namespace);
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    AuditLog auditLog() {
        return new AuditLog(server.auditLog());
    }

    @Override
    public void close() {
        server.close();
    }

    private static String resource(String name) {
        try (var in = SharedApiServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
