package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import org.jspecify.annotations.Nullable;

/** Security options of a container. What would break out of it is declared and refused. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "!has(self.privileged) || !self.privileged",
        message =
                "privileged is refused: such a container is root on its node; add the capability NET_BIND_SERVICE or use a helper type",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".privileged")
@ValidationRule(
        value = "!has(self.allowPrivilegeEscalation) || !self.allowPrivilegeEscalation",
        message =
                "allowPrivilegeEscalation may only be false, its default here: run as the user that the process needs (runAsUser)",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".allowPrivilegeEscalation")
@ValidationRule(
        value =
                "!has(self.capabilities) || !has(self.capabilities.add) || self.capabilities.add.all(c, c == 'NET_BIND_SERVICE')",
        message =
                "capabilities.add may only have NET_BIND_SERVICE: others reach beyond the container; remove them",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".capabilities.add")
public record ContainerSecurityContext(
        @JsonPropertyDescription("User id of the process.") @Min(0) @Max(2147483647)
                @Nullable Long runAsUser,
        @JsonPropertyDescription("Primary group id of the process.") @Min(0) @Max(2147483647)
                @Nullable Long runAsGroup,
        @JsonPropertyDescription("Refuses to start as root.") @Nullable Boolean runAsNonRoot,
        @JsonPropertyDescription("Mounts the image read-only.")
                @Nullable Boolean readOnlyRootFilesystem,
        @JsonPropertyDescription("Only false may be said; it is the default.")
                @Nullable Boolean allowPrivilegeEscalation,
        @JsonPropertyDescription(
                        "Linux capabilities: any may be dropped, NET_BIND_SERVICE alone added.")
                @Nullable Capabilities capabilities,
        @JsonPropertyDescription("Seccomp profile; RuntimeDefault where absent.")
                @Nullable SeccompProfile seccompProfile,
        @JsonPropertyDescription(
                        "Refused: a helper type or a NET_BIND_SERVICE capability covers what is needed.")
                @Nullable Boolean privileged) {}
