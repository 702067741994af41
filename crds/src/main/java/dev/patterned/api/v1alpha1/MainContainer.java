package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The main container: the one that the helpers are there for. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "!has(self.name) || !self.name.startsWith('patterned-')",
        message = FieldRules.NAME_RESERVED_MESSAGE,
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".name")
@ValidationRule(
        value = "!has(self.files) || self.files.map(f, size(f.content)).sum() <= 65536",
        message =
                "files: together more than 65536 characters; put what is large into a ConfigMap or an image volume",
        fieldPath = ".files")
public record MainContainer(
        @JsonPropertyDescription("Name of the container.")
                @Default("main")
                @Size(min = 1, max = 57)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                @Nullable String name,
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
                        "Environment variables; those that helpers inject stand before them. A ConfigMap that changes replaces the Pods; a Secret does only with watchSecrets of the operator.")
                @Size(max = 128)
                List<EnvVar> env,
        @JsonPropertyDescription("Environment from whole ConfigMaps and Secrets.") @Size(max = 16)
                List<EnvFromSource> envFrom,
        @JsonPropertyDescription("Ports that the container listens on; each has a name.")
                @Size(max = 16)
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
        @JsonPropertyDescription("Hooks after start and before stop.")
                @Nullable Lifecycle lifecycle,
        @JsonPropertyDescription("Security options of the container.")
                @Nullable ContainerSecurityContext securityContext,
        @JsonPropertyDescription("File whose end becomes the termination message.")
                @Size(max = 1024)
                @Nullable String terminationMessagePath,
        @JsonPropertyDescription("Where the termination message comes from.")
                @Nullable TerminationMessagePolicy terminationMessagePolicy,
        @JsonPropertyDescription("Keeps a buffer for standard input.") @Nullable Boolean stdin,
        @JsonPropertyDescription("Allocates a terminal; needs stdin.") @Nullable Boolean tty,
        @JsonPropertyDescription(
                        "Directories that main writes logs into, shared with the helpers that name them.")
                @Size(max = 8)
                List<LogDirectory> logDirectories,
        @JsonPropertyDescription(
                        "Small config files, mounted read-only; together at most 65536 characters.")
                @Size(max = 16)
                List<AppFile> files)
        implements UserContainer {
    /** An absent list or map reads as an empty one. */
    public MainContainer {
        command = Absent.list(command);
        args = Absent.list(args);
        env = Absent.list(env);
        envFrom = Absent.list(envFrom);
        ports = Absent.list(ports);
        volumeMounts = Absent.list(volumeMounts);
        logDirectories = Absent.list(logDirectories);
        files = Absent.list(files);
    }
}
