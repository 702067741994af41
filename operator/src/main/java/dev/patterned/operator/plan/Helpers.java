package dev.patterned.operator.plan;

import dev.patterned.operator.model.HelperUsers;
import dev.patterned.operator.model.Identity;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.OptionalLong;

/** What all containers that run our scripts have in common. */
final class Helpers {
    /** An init container that goes on running beside main (KEP-753, stable in Kubernetes 1.33). */
    static final String NATIVE_SIDECAR = "Always";

    private Helpers() {}

    static Container container(
            String name,
            String image,
            Script script,
            List<EnvVar> environment,
            SecurityContext securityContext,
            ResourceRequirements resources) {
        return new ContainerBuilder()
                .withName(name)
                .withImage(image)
                .withCommand("sh", script.path())
                .withEnv(environment)
                .withResources(resources)
                .withSecurityContext(securityContext)
                // A container that fails leaves its last lines where the status can read them.
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .addToVolumeMounts(script.config().mount(Script.DIRECTORY))
                .build();
    }

    static VolumeMount mount(String volume, String path, boolean readOnly) {
        return new VolumeMountBuilder()
                .withName(volume)
                .withMountPath(path)
                .withReadOnly(readOnly ? Boolean.TRUE : null)
                .build();
    }

    static EnvVar variable(String name, String value) {
        // The kubelet expands $(NAME) in values; "$$" stands for one "$".
        return new EnvVarBuilder().withName(name).withValue(value.replace("$", "$$")).build();
    }

    /**
     * Meets Pod Security "restricted", in main's group where that is known, so that 0640 files can
     * be read.
     */
    static SecurityContext restricted(OptionalLong mainGroup) {
        return hardened()
                .withRunAsNonRoot(true)
                .withRunAsUser(HelperUsers.HELPER)
                .withRunAsGroup(mainGroup.orElse(HelperUsers.HELPER))
                .build();
    }

    /**
     * The same for an ambassador, whose user no other helper has: packet filter rules tell its
     * traffic by it.
     */
    static SecurityContext ambassador() {
        return hardened()
                .withRunAsNonRoot(true)
                .withRunAsUser(HelperUsers.AMBASSADOR)
                .withRunAsGroup(HelperUsers.AMBASSADOR)
                .build();
    }

    /**
     * Who can read what main writes: main's own user where that is known, whatever umask it has;
     * else one in main's group.
     */
    static SecurityContext readerOf(Identity main) {
        return main.user().isPresent()
                ? asMain(main.user().getAsLong(), main.group())
                : restricted(main.group());
    }

    /** The same as main's own user, for what only the owner of a file may do. */
    static SecurityContext asMain(long user, OptionalLong mainGroup) {
        return hardened()
                .withRunAsNonRoot(user == 0 ? null : Boolean.TRUE)
                .withRunAsUser(user)
                .withRunAsGroup(mainGroup.isPresent() ? mainGroup.getAsLong() : null)
                .build();
    }

    /** What every helper's process has, whoever it runs as. */
    static SecurityContextBuilder hardened() {
        return new SecurityContextBuilder()
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile();
    }
}
