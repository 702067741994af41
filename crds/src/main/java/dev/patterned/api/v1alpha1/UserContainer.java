package dev.patterned.api.v1alpha1;

import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields that every container written by the user has, whichever role it plays. Accessors only:
 * records implement it.
 */
public interface UserContainer {
    /** Container image. */
    String image();

    /** When the kubelet pulls the image; Always for the tag latest, else IfNotPresent. */
    @Nullable ImagePullPolicy imagePullPolicy();

    /** Entrypoint; the image's own where absent. */
    List<String> command();

    /** Arguments of the entrypoint. */
    List<String> args();

    /** Working directory; the image's own where the role has no such field. */
    default @Nullable String workingDir() {
        return null;
    }

    /** Environment variables; those that helpers inject stand before them. */
    List<EnvVar> env();

    /** Environment from whole ConfigMaps and Secrets. */
    List<EnvFromSource> envFrom();

    /** Compute resources. */
    @Nullable ResourceRequirements resources();

    /** Mounts of entries of volumes. */
    List<VolumeMount> volumeMounts();

    /** Security options of the container. */
    @Nullable ContainerSecurityContext securityContext();

    /** File whose end becomes the termination message. */
    default @Nullable String terminationMessagePath() {
        return null;
    }

    /** Where the termination message comes from. */
    default @Nullable TerminationMessagePolicy terminationMessagePolicy() {
        return null;
    }

    /** Ports; none for a container that runs to its end. */
    default List<ContainerPort> ports() {
        return List.of();
    }

    /** Liveness probe; none for a container that runs to its end. */
    default @Nullable Probe livenessProbe() {
        return null;
    }

    /** Readiness probe; none for a container that runs to its end. */
    default @Nullable Probe readinessProbe() {
        return null;
    }

    /** Startup probe; none for a container that runs to its end. */
    default @Nullable Probe startupProbe() {
        return null;
    }

    /** Hooks; none for a container that runs to its end. */
    default @Nullable Lifecycle lifecycle() {
        return null;
    }
}
