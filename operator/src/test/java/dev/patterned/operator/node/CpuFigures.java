package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patterned.operator.health.Definitions;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What metrics-server does elsewhere, for the Pods of one test: it asks the kubelets how much CPU
 * each container used, and serves that as {@code metrics.k8s.io}, where an autoscaler's controller
 * looks. The figures are the kubelets' own; the group is a CRD here, so that no program needs to be
 * built, and is gone again after the test. A cluster that has metrics keeps its own.
 */
final class CpuFigures implements AutoCloseable {
    /** Long enough that a container which is held to its limit shows evenly. */
    private static final Duration PACE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String VERSION = "metrics.k8s.io/v1beta1";
    private static final String KIND = "PodMetrics";
    private static final String NAME = "pods.metrics.k8s.io";
    private static final String DEFINITION =
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: pods.metrics.k8s.io
              annotations: {api-approved.kubernetes.io: "unapproved, for a test"}
            spec:
              group: metrics.k8s.io
              scope: Namespaced
              names: {plural: pods, singular: pod, kind: PodMetrics, listKind: PodMetricsList}
              versions:
              - name: v1beta1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """;
    private static final ResourceDefinitionContext OBJECTS =
            new ResourceDefinitionContext.Builder()
                    .withGroup("metrics.k8s.io")
                    .withVersion("v1beta1")
                    .withKind(KIND)
                    .withPlural("pods")
                    .withNamespaced(true)
                    .build();

    private final NodeSandbox node;
    private final KubernetesClient client;
    private final ScheduledExecutorService feeder =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("cpu-figures").factory());
    private final Map<String, CpuReading> readings = new HashMap<>();

    private CpuFigures(NodeSandbox node) {
        this.node = node;
        this.client = node.client();
    }

    /** Serves figures from now on, until it is closed. */
    static CpuFigures of(NodeSandbox node) {
        var figures = new CpuFigures(node);
        if (figures.definition().get() == null && figures.areServed()) {
            return figures;
        }
        try {
            figures.start();
            return figures;
        } catch (RuntimeException | Error failure) {
            figures.close();
            throw failure;
        }
    }

    private void start() {
        client.resource(DEFINITION).serverSideApply();
        definition()
                .waitUntilCondition(
                        Definitions::isEstablished, PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var _ =
                feeder.scheduleWithFixedDelay(
                        this::feed, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** In cores, as the cluster tells whoever asks; fails while there is no figure yet. */
    double cores(String pod, String container) {
        return client.top().pods().metrics(node.namespace(), pod).getContainers().stream()
                .filter(it -> it.getName().equals(container))
                .flatMap(it -> Stream.ofNullable(it.getUsage().get("cpu")))
                .findFirst()
                .orElseThrow()
                .getNumericalAmount()
                .doubleValue();
    }

    /** Goes on after a failure: what is thrown here would end the feeder, and be seen nowhere. */
    private void feed() {
        try {
            client.nodes().list().getItems().forEach(it -> feed(it.getMetadata().getName()));
        } catch (RuntimeException failure) {
            System.err.println("No CPU figures this time: " + failure);
        }
    }

    private void feed(String nodeName) {
        var answer = client.raw("/api/v1/nodes/" + nodeName + "/proxy/metrics/resource");
        CpuReading.parse(answer, node.namespace()).forEach(this::feed);
    }

    private void feed(String pod, CpuReading now) {
        var earlier = readings.put(pod, now);
        var found = client.pods().withName(pod).get();
        if (earlier == null || found == null) {
            return;
        }
        now.since(earlier)
                .ifPresent(usage ->
                        client.genericKubernetesResources(OBJECTS)
                                .inNamespace(node.namespace())
                                .resource(usage.of(found))
                                .serverSideApply());
    }

    private Resource<CustomResourceDefinition> definition() {
        return client.apiextensions().v1().customResourceDefinitions().withName(NAME);
    }

    private boolean areServed() {
        return client.supports(VERSION, KIND);
    }

    /** Ends when nobody serves the group any more: other tests count on that. */
    @Override
    public void close() {
        feeder.close();
        if (definition().delete().isEmpty()) {
            return;
        }
        await("no metrics.k8s.io")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(areServed()).isFalse());
    }
}
