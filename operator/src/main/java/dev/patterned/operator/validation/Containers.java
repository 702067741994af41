package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.ContainerPort;
import dev.patterned.api.v1alpha1.ContainerSecurityContext;
import dev.patterned.api.v1alpha1.UserContainer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import org.jspecify.annotations.Nullable;

/** A user's container as Kubernetes writes it, with the two settings that are ours. */
final class Containers {
    private Containers() {}

    static Container of(String name, UserContainer own) {
        return new ContainerBuilder()
                .withName(name)
                .withImage(own.image())
                .withImagePullPolicy(Wire.of(own.imagePullPolicy()))
                .withCommand(own.command())
                .withArgs(own.args())
                .withWorkingDir(own.workingDir())
                .withEnv(own.env())
                .withEnvFrom(own.envFrom())
                .withPorts(own.ports().stream().map(Containers::port).toList())
                .withResources(own.resources())
                .withVolumeMounts(own.volumeMounts())
                .withLivenessProbe(own.livenessProbe())
                .withReadinessProbe(own.readinessProbe())
                .withStartupProbe(own.startupProbe())
                .withLifecycle(own.lifecycle())
                .withSecurityContext(securityContext(own.securityContext()))
                .withTerminationMessagePath(own.terminationMessagePath())
                .withTerminationMessagePolicy(Wire.of(own.terminationMessagePolicy()))
                .build();
    }

    private static io.fabric8.kubernetes.api.model.ContainerPort port(ContainerPort port) {
        return new io.fabric8.kubernetes.api.model.ContainerPortBuilder()
                .withName(port.name())
                .withContainerPort(port.containerPort())
                .withProtocol(Defaults.protocol(port.protocol()))
                .build();
    }

    /** Nobody in the Pod gains more rights than it starts with, whatever its image holds. */
    private static SecurityContext securityContext(@Nullable ContainerSecurityContext own) {
        var context = new SecurityContextBuilder().withAllowPrivilegeEscalation(false);
        if (own == null) {
            return context.build();
        }
        return context.withRunAsUser(own.runAsUser())
                .withRunAsGroup(own.runAsGroup())
                .withRunAsNonRoot(own.runAsNonRoot())
                .withReadOnlyRootFilesystem(own.readOnlyRootFilesystem())
                .withCapabilities(own.capabilities())
                .withSeccompProfile(own.seccompProfile())
                .build();
    }
}
