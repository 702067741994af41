package dev.patterned.operator.controlplane;

/**
 * A Kubernetes release together with the etcd release that its own {@code go.mod} names.
 *
 * <p>For each there is a recipe among the resources of this package: a Go module that requires
 * both, replaces every {@code k8s.io} module that Kubernetes names with version {@code v0.0.0} (the
 * module archive lacks its {@code staging/}) by {@code v0.<minor>.<patch>}, and imports the three
 * programs. For another release, change these versions, run {@code go mod tidy}, and add {@code
 * .txt} to the three files' names.
 *
 * @param version such as {@code 1.37.2}, without a leading v
 * @param etcd such as {@code 3.7.0}, without a leading v
 */
public record KubernetesRelease(String version, String etcd) {

    /** The newest release that Patterned is tested with; what {@code dev} starts. */
    public static final KubernetesRelease NEWEST = new KubernetesRelease("1.37.2", "3.7.0");

    /** The newest patch of the oldest minor that Patterned supports. */
    public static final KubernetesRelease OLDEST = new KubernetesRelease("1.33.13", "3.5.21");

    String minor() {
        return version.split("\\.", -1)[1];
    }
}
