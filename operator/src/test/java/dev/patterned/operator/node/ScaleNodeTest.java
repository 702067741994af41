package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@OnNode
class ScaleNodeTest {
    @Test
    void theAutoscalerScalesTheAppAndTheBudgetCountsItsPods(NodeSandbox node) {
        node.withOperator()
                .apply(
                        """
                        apiVersion: patterned.dev/v1alpha1
                        kind: PatternedApp
                        metadata: {name: web}
                        spec:
                          main:
                            image: busybox:1.37
                            command: [sh, -c, "trap exit TERM; sleep 3600 & wait"]
                            resources: {requests: {cpu: 1m}}
                          autoscaling: {minReplicas: 2, maxReplicas: 3}
                          disruptionBudget: {maxUnavailable: 1}
                        """);

        // There is no source of metrics here: the least number of Pods needs none.
        node.eventually("two Pods are ready").until(() -> node.message("web").startsWith("2 of 2"));

        assertThat(node.app("web").getSpec().replicas()).isEqualTo(2);
        var budgets = node.client().policy().v1().podDisruptionBudget();
        node.eventually("the budget lets one Pod go")
                .untilAsserted(() ->
                        assertThat(budgets.withName("web").require().getStatus())
                                .returns(2, it -> it.getExpectedPods())
                                .returns(1, it -> it.getDisruptionsAllowed()));
    }
}
