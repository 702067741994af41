package dev.patterned.operator.controlplane;

/**
 * A Kubernetes release together with the etcd release that its own {@code go.mod} names.
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
