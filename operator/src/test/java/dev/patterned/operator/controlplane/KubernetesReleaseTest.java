package dev.patterned.operator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesReleaseTest {

    @ParameterizedTest
    @MethodSource("releases")
    void hasARecipeOfItsOwnVersions(KubernetesRelease release) throws IOException {
        var patch = release.version().substring("1.".length());

        assertThat(recipe(release, "go.mod"))
                .contains("require k8s.io/kubernetes v" + release.version() + "\n")
                .contains("require go.etcd.io/etcd/server/v3 v" + release.etcd() + "\n")
                .contains("k8s.io/apiserver => k8s.io/apiserver v0." + patch + "\n");
        assertThat(recipe(release, "go.sum"))
                .contains("k8s.io/kubernetes v" + release.version() + " h1:");
    }

    static Stream<KubernetesRelease> releases() {
        return Stream.of(KubernetesRelease.NEWEST, KubernetesRelease.OLDEST);
    }

    private static String recipe(KubernetesRelease release, String file) throws IOException {
        try (var in =
                KubernetesRelease.class.getResourceAsStream(
                        release.version() + "/" + file + ".txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
