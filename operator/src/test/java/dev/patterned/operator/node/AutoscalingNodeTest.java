package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cluster's own autoscaler, by what containers really use. */
@OnNode
class AutoscalingNodeTest {
    /** Main starts to burn when it gets the signal; each burns at most five times its request. */
    private static final String APP =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: web}
            spec:
              main:
                image: busybox:1.37
                command: [sh, -c, "trap exit TERM; trap : USR1; sleep 3600 & wait; while :; do :; done"]
                resources: {requests: {cpu: 10m}, limits: {cpu: 50m}}
              sidecars:
              - name: busy
                image: busybox:1.37
                command: [sh, -c, "trap exit TERM; while :; do :; done"]
                resources: {requests: {cpu: 10m}, limits: {cpu: 50m}}
            """;

    private static final String AUTOSCALING = "  autoscaling: {maxReplicas: 2}\n";

    @Test
    void onlyTheCpuOfMainScalesTheApp(NodeSandbox node) {
        node.withOperator().apply(APP);
        var pod = node.ready("web");
        try (var figures = CpuFigures.of(node)) {
            node.eventually("the sidecar is seen to be busy")
                    .until(() -> figures.cores(pod.getMetadata().getName(), "busy") > 0.02);

            // Only now: whatever the autoscaler counts, it counts while the sidecar is busy.
            node.apply(APP + AUTOSCALING);
            node.eventually("main is counted and idle").until(() -> percent(node) < 20);
            assertThat(node.app("web").getSpec().replicas()).isEqualTo(1);

            node.sh(pod, "main", "kill -USR1 1");
            node.eventually("main is counted and busy").until(() -> percent(node) > 88);
            node.eventually("two Pods are ready")
                    .until(() -> node.message("web").startsWith("2 of 2"));
        }
        nobodyPutsItBack(node);
    }

    /** Each write to a spec counts as a generation. */
    private static void nobodyPutsItBack(NodeSandbox node) {
        assertThat(autoscaler(node).require().getStatus())
                .returns(2, it -> it.getDesiredReplicas())
                .doesNotReturn(null, it -> it.getLastScaleTime());
        var app = node.app("web");
        assertThat(app.getSpec().replicas()).isEqualTo(2);
        assertThat(app.getMetadata().getGeneration())
                .as("created, with autoscaling, scaled")
                .isEqualTo(3);
        var deployment = node.client().apps().deployments().withName("web").require();
        assertThat(deployment.getSpec().getReplicas()).isEqualTo(2);
        assertThat(deployment.getMetadata().getGeneration()).as("created, scaled").isEqualTo(2);
    }

    /** What the autoscaler says that main uses of its request; fails before it has said it. */
    private static int percent(NodeSandbox node) {
        return Stream.ofNullable(autoscaler(node).require().getStatus().getCurrentMetrics())
                .flatMap(List::stream)
                .map(metric -> metric.getContainerResource())
                .filter(found -> found != null && found.getContainer().equals("main"))
                .map(found -> found.getCurrent().getAverageUtilization())
                .findFirst()
                .orElseThrow();
    }

    private static Resource<HorizontalPodAutoscaler> autoscaler(NodeSandbox node) {
        return node.client().autoscaling().v2().horizontalPodAutoscalers().withName("web");
    }
}
