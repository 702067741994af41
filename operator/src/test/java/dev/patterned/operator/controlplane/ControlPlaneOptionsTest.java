package dev.patterned.operator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlPlaneOptionsTest {

    private static final Path HOME = Path.of("/users/someone");

    @ParameterizedTest
    @CsvSource({
        "/var/cache/someone, /var/cache/someone",
        "relative, /users/someone/.cache",
        "'', /users/someone/.cache"
    })
    void keepsProgramsInTheUsersCache(String xdgCacheHome, Path caches) {
        assertThat(ControlPlaneOptions.from(Map.of("XDG_CACHE_HOME", xdgCacheHome), HOME).cache())
                .isEqualTo(caches.resolve("patterned/control-plane"));
    }

    @Test
    void takesAFolderFromTheEnvironmentUnlessBlank() {
        assertThat(
                        ControlPlaneOptions.from(
                                        Map.of("PATTERNED_CONTROL_PLANE_BIN", "/opt/k8s"), HOME)
                                .binaries())
                .isEqualTo(Path.of("/opt/k8s"));
        assertThat(
                        ControlPlaneOptions.from(Map.of("PATTERNED_CONTROL_PLANE_BIN", " "), HOME)
                                .binaries())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, 1.37.2-linux-amd64",
        "Linux, aarch64, 1.37.2-linux-arm64",
        "Mac OS X, aarch64, 1.37.2-darwin-arm64",
        "Mac OS X, x86_64, 1.37.2-darwin-amd64"
    })
    void namesPlatformsAsGoDoes(String osName, String osArch, String folder) {
        assertThat(Platform.of(osName, osArch).folderName(KubernetesRelease.NEWEST))
                .isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "go1.26, false",
        "go1.26.8, false",
        "go1.30rc1, false",
        "go2.0.0, false",
        "go1.26.1-custom, false",
        "go1.25.9, true",
        "go1.9.7, true"
    })
    void tellsTooOldGoReleases(String printed, boolean tooOld) {
        assertThat(GoVersion.parse(printed).orElseThrow().isTooOld()).isEqualTo(tooOld);
    }

    @Test
    void trustsDevelopmentReleasesOfGo() {
        assertThat(GoVersion.parse("devel go1.28-3f7e2a1 Mon Jan 1")).isEmpty();
    }
}
