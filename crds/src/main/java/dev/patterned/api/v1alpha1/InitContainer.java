package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task of your own that runs to its end after the waits and before main. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = FieldRules.NAME_NOT_RESERVED,
        message = FieldRules.NAME_RESERVED_MESSAGE,
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".name")
public record InitContainer(
        @JsonPropertyDescription("Name of the container.")
                @Required
                @Size(min = 1, max = 57)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                String name,
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
        @JsonPropertyDescription("Compute resources.") @Nullable ResourceRequirements resources,
        @JsonPropertyDescription("Mounts of entries of volumes.") @Size(max = 32)
                List<VolumeMount> volumeMounts,
        @JsonPropertyDescription("Security options of the container.")
                @Nullable ContainerSecurityContext securityContext,
        @JsonPropertyDescription("File whose end becomes the termination message.")
                @Size(max = 1024)
                @Nullable String terminationMessagePath,
        @JsonPropertyDescription("Where the termination message comes from.")
                @Nullable TerminationMessagePolicy terminationMessagePolicy,
        @JsonPropertyDescription(
                        "Names of main.logDirectories, mounted read-only at the same path.")
                @Size(max = 8)
                List<@Size(min = 1, max = 40) String> logDirectories)
        implements UserContainer {
    /** An absent list or map reads as an empty one. */
    public InitContainer {
        command = Absent.list(command);
        args = Absent.list(args);
        env = Absent.list(env);
        envFrom = Absent.list(envFrom);
        volumeMounts = Absent.list(volumeMounts);
        logDirectories = Absent.list(logDirectories);
    }
}
