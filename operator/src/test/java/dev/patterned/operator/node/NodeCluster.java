package dev.patterned.operator.node;

import dev.patterned.operator.health.Definitions;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** The cluster of {@code KUBECONFIG}, one for the run; the CRD stays there after it. */
final class NodeCluster implements AutoCloseable {
    private static final String CRD = "/dev/patterned/api/patternedapps.patterned.dev.yaml";
    private static final long CRD_SECONDS = 30;

    private final Config config;
    private final KubernetesClient client;

    private NodeCluster(Config config) {
        this.config = config;
        this.client = new KubernetesClientBuilder().withConfig(config).build();
    }

    /**
     * Connects and installs the CRD.
     *
     * @throws IllegalStateException without {@code KUBECONFIG}: these tests are never skipped
     */
    static NodeCluster connect() {
        var file = System.getenv("KUBECONFIG");
        if (file == null || file.isBlank()) {
            throw new IllegalStateException(
                    "KUBECONFIG is not set: node tests need a cluster that runs Pods");
        }
        var cluster = new NodeCluster(Config.fromKubeconfig(new File(file)));
        cluster.installCrd();
        return cluster;
    }

    private void installCrd() {
        try (var in = NodeCluster.class.getResourceAsStream(CRD)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + CRD);
            }
            client.load(in).serverSideApply();
            client.apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .withName("patternedapps.patterned.dev")
                    .waitUntilCondition(Definitions::isEstablished, CRD_SECONDS, TimeUnit.SECONDS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A client with all rights, whose default is that namespace. */
    KubernetesClient client(String namespace) {
        return build(new ConfigBuilder(config).withNamespace(namespace).build());
    }

    /** A client with the rights of a ServiceAccount of that namespace. */
    KubernetesClient clientAs(String namespace, String serviceAccount) {
        var user = "system:serviceaccount:" + namespace + ":" + serviceAccount;
        return build(
                new ConfigBuilder(config)
                        .withNamespace(namespace)
                        .withImpersonateUsername(user)
                        .withImpersonateGroups(
                                "system:serviceaccounts",
                                "system:serviceaccounts:" + namespace,
                                "system:authenticated")
                        .build());
    }

    private static KubernetesClient build(Config config) {
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    @Override
    public void close() {
        client.close();
    }
}
