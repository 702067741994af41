package dev.patterned.operator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;

@ApiServer
class ApiServerApiTest {

    @Test
    void countsTheWritesOfOneUserAgentInOneNamespace(KubernetesClient client, Sandbox sandbox) {
        client.resource(configMap("counted")).create();
        var later = sandbox.audit().fromNow(sandbox.namespace());
        var operator = sandbox.client("patterned-operator/test");
        operator.configMaps().withName("counted").get();
        operator.resource(configMap("counted")).delete();

        assertThat(sandbox.audit().writes("ApiServerApiTest", sandbox.namespace()))
                .hasToString("[create configmaps counted (201)]");
        assertThat(later.writes("ApiServerApiTest", sandbox.namespace())).isEmpty();
        assertThat(later.writes("patterned-operator", sandbox.namespace()))
                .hasToString("[delete configmaps counted (200)]");
        assertThat(later.requests(sandbox.namespace())).hasSize(2);
    }

    @Test
    void givesEachTestAFreshNamespace(Sandbox sandbox) {
        assertThat(sandbox.namespace()).startsWith("api-server-api-test-");
        assertThat(sandbox.client().configMaps().list().getItems()).isEmpty();
        assertThat(sandbox.client().getKubernetesVersion().getGitVersion())
                .isEqualTo("v" + sandbox.release().version());
    }

    private static ConfigMap configMap(String name) {
        return new ConfigMapBuilder().withNewMetadata().withName(name).endMetadata().build();
    }
}
