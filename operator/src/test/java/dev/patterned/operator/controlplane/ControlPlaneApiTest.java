package dev.patterned.operator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlPlaneApiTest {

    @TempDir Path folder;

    @Test
    void servesRealObjectsAndLeavesNoProcessAndNoFile() throws Exception {
        var kubeconfig = folder.resolve("kubeconfig");
        var plane =
                ControlPlane.start(ControlPlaneOptions.defaults(), ConsoleProgress.standardError());
        var processes = plane.processIds();
        try (plane;
                var client =
                        new KubernetesClientBuilder()
                                .withConfig(Config.fromKubeconfig(plane.kubeconfig()))
                                .build()) {
            plane.writeKubeconfig(kubeconfig);
            client.resource(
                            new ConfigMapBuilder()
                                    .withNewMetadata()
                                    .withName("real")
                                    .endMetadata()
                                    .build())
                    .create();

            assertThat(client.configMaps().withName("real").get()).isNotNull();
            assertThat(plane.version()).isEqualTo(KubernetesRelease.NEWEST.version());
            assertThat(Files.getPosixFilePermissions(kubeconfig))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(processes).hasSize(2).allMatch(ControlPlaneApiTest::runs);
        }

        assertThat(processes).noneMatch(ControlPlaneApiTest::runs);
        assertThat(plane.folder()).doesNotExist();
        assertThat(kubeconfig).doesNotExist();
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }
}
