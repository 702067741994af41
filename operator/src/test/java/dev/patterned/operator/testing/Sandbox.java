package dev.patterned.operator.testing;

import dev.patterned.operator.controlplane.KubernetesRelease;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;

/**
 * What one test has to itself on the shared server: a fresh namespace, clients, and the log of its
 * requests.
 */
public final class Sandbox implements AutoCloseable {

    private final SharedApiServer server;
    private final String namespace;
    private final KubernetesClient client;
    private final List<KubernetesClient> more = new ArrayList<>();

    Sandbox(SharedApiServer server, String owner) {
        this.server = server;
        try (var setup = server.client("test-setup", "default")) {
            namespace = Namespaces.create(setup, owner);
        }
        client = server.client(owner, namespace);
    }

    /** The fresh namespace's name. */
    public String namespace() {
        return namespace;
    }

    /**
     * The test's client: its default namespace is the fresh one, its user agent the test class's
     * simple name.
     */
    public KubernetesClient client() {
        return client;
    }

    /**
     * Another client, closed with the test, such as one for an operator whose requests are to be
     * told apart.
     */
    public synchronized KubernetesClient client(String userAgent) {
        var another = server.client(userAgent, namespace);
        more.add(another);
        return another;
    }

    /** The server's log, from its start. */
    public AuditLog audit() {
        return server.auditLog();
    }

    /** The release that the shared server is of. */
    public KubernetesRelease release() {
        return server.release();
    }

    /** How an administrator reaches the shared server. */
    public String kubeconfig() {
        return server.kubeconfig();
    }

    @Override
    public synchronized void close() {
        more.forEach(KubernetesClient::close);
        if (server.hasCrd()) {
            Namespaces.removeApps(client, namespace);
        }
        client.close();
    }
}
