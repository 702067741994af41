package dev.patterned.operator.controlplane;

import java.util.Locale;

/**
 * Operating system and processor in the names that Go and the Kubernetes downloads use.
 *
 * @param os {@code linux}, {@code darwin} or what the JVM says in lower case
 * @param arch {@code amd64}, {@code arm64} or what the JVM says in lower case
 */
record Platform(String os, String arch) {

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArch) {
        var os = osName.toLowerCase(Locale.ROOT);
        var arch = osArch.toLowerCase(Locale.ROOT);
        return new Platform(
                os.startsWith("mac") ? "darwin" : os,
                switch (arch) {
                    case "x86_64", "x64" -> "amd64";
                    case "aarch64" -> "arm64";
                    default -> arch;
                });
    }

    /**
     * The folder name that fabric8's kube-api-test and envtest use, such as {@code
     * 1.37.2-linux-amd64}.
     */
    String folderName(KubernetesRelease release) {
        return release.version() + "-" + os + "-" + arch;
    }
}
