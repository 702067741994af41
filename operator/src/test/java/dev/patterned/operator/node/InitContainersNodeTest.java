package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.DependencyState;
import org.junit.jupiter.api.Test;

@OnNode
class InitContainersNodeTest {

    @Test
    void waitsUntilSomethingAnswersBehindEachService(NodeSandbox node) {
        node.withOperator().applyExample("init-containers");

        var pod = node.pod("myapp", it -> Kubectl.status(it).equals("Init:0/2"));
        node.eventually("the status names the first wait")
                .untilAsserted(() -> {
                    assertThat(node.message("myapp")).contains("myservice:80");
                    assertThat(node.dependency("myapp", "myservice").state())
                            .isEqualTo(DependencyState.WAITING);
                });
        node.eventually("two attempts").until(() -> node.logs(pod, "myservice").contains("2 att"));
        assertThat(node.logs(pod, "myservice")).contains("myservice:80: connection refused");
        assertThat(Kubectl.status(node.pod("myapp"))).isEqualTo("Init:0/2");

        node.apply(Backend.http("myservice", 9376));
        node.pod("myapp", it -> Kubectl.status(it).equals("Init:1/2"));
        node.eventually("the status names the second wait")
                .untilAsserted(() -> {
                    assertThat(node.message("myapp")).contains("mydb:80").doesNotContain("myserv");
                    assertThat(node.dependency("myapp", "myservice").state())
                            .isEqualTo(DependencyState.SATISFIED);
                });

        node.apply(Backend.http("mydb", 9377));
        node.ready("myapp");
        assertThat(node.logs(pod, "main")).isEqualTo("The app is running!\n");
        assertThat(node.condition("myapp", "DependenciesReady"))
                .hasValueSatisfying(it -> assertThat(it.getStatus()).isEqualTo("True"));
    }

    @Test
    void withExistsItStartsThoughNothingIsBehindTheServices(NodeSandbox node) {
        node.withOperator().applyExample("init-containers-exists");

        var pod = node.ready("myapp");

        assertThat(node.logs(pod, "main")).isEqualTo("The app is running!\n");
        assertThat(node.client().endpoints().withName("myservice").get())
                .satisfiesAnyOf(
                        it -> assertThat(it).isNull(), it -> assertThat(it.getSubsets()).isEmpty());
    }
}
