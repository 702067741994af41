package dev.patterned.operator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.controlplane.KubernetesRelease;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import org.junit.jupiter.api.Test;

@ApiServer(oldest = true)
class OldestApiServerCompatTest {

    @Test
    void isTheOldestReleaseAndKeepsAnAuditLog(Sandbox sandbox) {
        var configMap =
                new ConfigMapBuilder().withNewMetadata().withName("old").endMetadata().build();
        sandbox.client().resource(configMap).create();

        assertThat(sandbox.client().getKubernetesVersion().getGitVersion())
                .isEqualTo("v" + KubernetesRelease.OLDEST.version());
        assertThat(sandbox.audit().writes("", sandbox.namespace()))
                .hasToString("[create configmaps old (201)]");
    }
}
