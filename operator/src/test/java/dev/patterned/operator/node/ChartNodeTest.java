package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patterned.operator.config.OperatorConfig;
import dev.patterned.operator.health.CannotStartException;
import dev.patterned.operator.health.Preflight;
import dev.patterned.operator.helm.ChartFixture;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chart on a real server; its Deployment has no Pods, because there is no image yet. */
@OnNode
class ChartNodeTest {

    @Test
    void theRightsOfOneNamespaceSufficeForAWholeApp(NodeSandbox node) {
        var release = release(node, "watchNamespaces: [" + node.namespace() + "]");
        install(node, release);
        try {
            assertThatThrownBy(() -> check(node, OperatorConfig.embedded()))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("in the whole cluster");

            node.withOperatorAs(node.namespace()).applyExample("sidecar");
            node.ready("web");

            node.eventually("Events")
                    .untilAsserted(() ->
                            assertThat(node.client().events().v1().events().list().getItems())
                                    .anySatisfy(event ->
                                            assertThat(event.getRegarding().getKind())
                                                    .isEqualTo("PatternedApp")));
            node.client().apps().deployments().withName("web").delete();
            node.ready("web");
            node.client().services().withName("web").delete();
            node.eventually("the Service is back")
                    .untilAsserted(() ->
                            assertThat(node.client().services().withName("web").get()).isNotNull());
        } finally {
            uninstall(node, release);
        }
    }

    @Test
    void theRightsOfTheWholeClusterSufficeToStart(NodeSandbox node) {
        var release = release(node, "");
        install(node, release);
        try {
            check(node, OperatorConfig.embedded());
        } finally {
            uninstall(node, release);
        }
    }

    /** Named after the namespace: some of the objects have none, and others may install too. */
    private static List<HasMetadata> release(NodeSandbox node, String values) {
        return ChartFixture.chart()
                .inNamespace(node.namespace())
                .with("fullnameOverride: " + node.namespace() + "\n" + values)
                .resources();
    }

    private static void install(NodeSandbox node, List<HasMetadata> release) {
        for (var object : release) {
            if (object instanceof Deployment deployment) {
                deployment.getSpec().setReplicas(0);
            }
            node.client().resource(object).forceConflicts().serverSideApply();
        }
    }

    private static void uninstall(NodeSandbox node, List<HasMetadata> release) {
        release.stream()
                .filter(object -> !(object instanceof CustomResourceDefinition))
                .forEach(object -> node.client().resource(object).delete());
    }

    private static void check(NodeSandbox node, OperatorConfig config) {
        try (var client = node.clientAs(node.namespace())) {
            new Preflight(client).check(config);
        }
    }
}
