package dev.patterned.operator.cli;

import dev.patterned.operator.health.Definitions;
import dev.patterned.operator.validation.schema.Manifest;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Fills the control plane: the CRD first, then what the person wants to see. */
final class DevCluster {
    private static final String FIELD_MANAGER = "patterned-dev";
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final String DEFAULT_NAMESPACE = "default";

    /** The server makes its own namespaces, and serves a new kind, a moment after it is ready. */
    private static final int PATIENCE_SECONDS = 30;

    private final KubernetesClient client;
    private final PrintWriter out;

    DevCluster(KubernetesClient client, PrintWriter out) {
        this.client = client;
        this.out = out;
    }

    /** Returns when the server serves the kind. */
    void installCrd() throws IOException {
        var crd =
                client.getKubernetesSerialization()
                        .<CustomResourceDefinition>unmarshal(CrdCommand.text());
        client.resource(crd).fieldManager(FIELD_MANAGER).serverSideApply();
        client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(crd.getMetadata().getName())
                .waitUntilCondition(Definitions::isEstablished, PATIENCE_SECONDS, TimeUnit.SECONDS);
        client.namespaces()
                .withName(DEFAULT_NAMESPACE)
                .waitUntilCondition(Objects::nonNull, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Applies all objects; one that the server refuses is said, and does not stop the others. */
    void apply(List<Manifest> manifests) {
        for (var manifest : manifests) {
            try {
                apply(object(manifest), client.getKubernetesSerialization().asJson(manifest.raw()));
                out.println("applied " + manifest.label());
            } catch (KubernetesClientException refused) {
                out.println("refused " + manifest.label() + ": " + sentence(refused));
            }
        }
        out.flush();
    }

    private HasMetadata object(Manifest manifest) {
        return client.getKubernetesSerialization()
                .convertValue(manifest.raw(), GenericKubernetesResource.class);
    }

    private void apply(HasMetadata object, String written) {
        var namespace = Objects.requireNonNullElse(object.getMetadata().getNamespace(), "");
        if (!namespace.isEmpty() && client.namespaces().withName(namespace).get() == null) {
            client.resource(
                            new NamespaceBuilder()
                                    .withNewMetadata()
                                    .withName(namespace)
                                    .endMetadata()
                                    .build())
                    .fieldManager(FIELD_MANAGER)
                    .serverSideApply();
            out.println("created Namespace/" + namespace);
        }
        // So that a later kubectl apply of the same file, edited, knows what it takes away.
        var annotations =
                new HashMap<>(
                        Objects.requireNonNullElse(
                                object.getMetadata().getAnnotations(), Map.<String, String>of()));
        annotations.put(LAST_APPLIED, written);
        object.getMetadata().setAnnotations(annotations);
        client.resource(object).fieldManager(FIELD_MANAGER).forceConflicts().serverSideApply();
    }

    private static String sentence(KubernetesClientException refused) {
        var status = refused.getStatus();
        return status == null || status.getMessage() == null
                ? String.valueOf(refused.getMessage())
                : status.getMessage();
    }
}
