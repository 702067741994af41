package dev.patterned.operator.node;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What the containers of one Pod used on average, in billionths of a core, in the time before. */
record CpuUsage(Instant time, Duration window, Map<String, Long> nanocores) {

    /** The object of that Pod in {@code metrics.k8s.io}, with its labels: it is found by them. */
    GenericKubernetesResource of(Pod pod) {
        List<Map<String, Object>> containers =
                nanocores.entrySet().stream()
                        .map(used ->
                                Map.of(
                                        "name",
                                        used.getKey(),
                                        "usage",
                                        Map.of("cpu", used.getValue() + "n")))
                        .toList();
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("metrics.k8s.io/v1beta1")
                .withKind("PodMetrics")
                .withNewMetadata()
                .withName(pod.getMetadata().getName())
                .withNamespace(pod.getMetadata().getNamespace())
                .withLabels(pod.getMetadata().getLabels())
                .endMetadata()
                .addToAdditionalProperties(
                        "timestamp", time.truncatedTo(ChronoUnit.SECONDS).toString())
                .addToAdditionalProperties("window", window.toMillis() + "ms")
                .addToAdditionalProperties("containers", containers)
                .build();
    }
}
