package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Your own container in the role of a helper that has a name already. What is not here, sidecars
 * have.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CustomAdapter(
        @JsonPropertyDescription("Container image.") @Required @Size(min = 1, max = 1024)
                String image,
        @JsonPropertyDescription(
                        "When the kubelet pulls the image; Always for the tag latest, else IfNotPresent.")
                @Nullable ImagePullPolicy imagePullPolicy,
        @JsonPropertyDescription("Entrypoint; the image's own where absent.") @Size(max = 64)
                List<@Size(max = 32768) String> command,
        @JsonPropertyDescription("Arguments of the entrypoint.") @Size(max = 64)
                List<@Size(max = 32768) String> args,
        @JsonPropertyDescription("Working directory.") @Size(max = 1024)
                @Nullable String workingDir,
        @JsonPropertyDescription(
                        "Environment variables; those that helpers inject stand before them.")
                @Size(max = 128)
                List<EnvVar> env,
        @JsonPropertyDescription("Environment from whole ConfigMaps and Secrets.") @Size(max = 16)
                List<EnvFromSource> envFrom,
        @JsonPropertyDescription("Ports that the container listens on; each has a name.")
                @Size(max = 8)
                List<ContainerPort> ports,
        @JsonPropertyDescription("Compute resources.") @Nullable ResourceRequirements resources,
        @JsonPropertyDescription("Mounts of entries of volumes.") @Size(max = 32)
                List<VolumeMount> volumeMounts,
        @JsonPropertyDescription("Restarts the container when it fails.")
                @Nullable Probe livenessProbe,
        @JsonPropertyDescription("Takes the Pod out of its Services while it fails.")
                @Nullable Probe readinessProbe,
        @JsonPropertyDescription("Holds the other probes back until it succeeds.")
                @Nullable Probe startupProbe,
        @JsonPropertyDescription("Security options of the container.")
                @Nullable ContainerSecurityContext securityContext,
        @JsonPropertyDescription(
                        "Names of main.logDirectories, mounted read-only at the same path.")
                @Size(max = 8)
                List<@Size(min = 1, max = 40) String> logDirectories)
        implements UserContainer {
    /** An absent list or map reads as an empty one. */
    public CustomAdapter {
        command = Absent.list(command);
        args = Absent.list(args);
        env = Absent.list(env);
        envFrom = Absent.list(envFrom);
        ports = Absent.list(ports);
        volumeMounts = Absent.list(volumeMounts);
        logDirectories = Absent.list(logDirectories);
    }

    @Override
    public @Nullable String terminationMessagePath() {
        return null;
    }

    @Override
    public @Nullable TerminationMessagePolicy terminationMessagePolicy() {
        return null;
    }
}
