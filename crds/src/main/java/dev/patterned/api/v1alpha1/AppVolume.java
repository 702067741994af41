package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeSource;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.EphemeralVolumeSource;
import io.fabric8.kubernetes.api.model.ImageVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import org.jspecify.annotations.Nullable;

/** A volume of the Pod. Exactly one source. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value =
                "[has(self.configMap), has(self.secret), has(self.emptyDir), has(self.persistentVolumeClaim), has(self.projected), has(self.downwardAPI), has(self.ephemeral), has(self.image), has(self.hostPath)].filter(x, x).size() == 1",
        message =
                "a volume has exactly one of configMap, secret, emptyDir, persistentVolumeClaim, projected, downwardAPI, ephemeral, image: keep one")
@ValidationRule(
        value = "!has(self.hostPath)",
        message =
                "hostPath is refused: the node's files are not the app's; use a persistentVolumeClaim or an emptyDir",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".hostPath")
@ValidationRule(
        value = FieldRules.NAME_NOT_RESERVED,
        message = FieldRules.NAME_RESERVED_MESSAGE,
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".name")
public record AppVolume(
        @JsonPropertyDescription("Name of the volume.")
                @Required
                @Size(min = 1, max = 57)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("A ConfigMap.") @Nullable ConfigMapVolumeSource configMap,
        @JsonPropertyDescription("A Secret.") @Nullable SecretVolumeSource secret,
        @JsonPropertyDescription("A directory that lives as long as the Pod.")
                @Nullable EmptyDirVolumeSource emptyDir,
        @JsonPropertyDescription("A claim of the namespace.")
                @Nullable PersistentVolumeClaimVolumeSource persistentVolumeClaim,
        @JsonPropertyDescription("Several sources in one directory.")
                @Nullable ProjectedVolumeSource projected,
        @JsonPropertyDescription("Facts about the Pod.")
                @Nullable DownwardAPIVolumeSource downwardAPI,
        @JsonPropertyDescription("A claim that lives as long as the Pod.")
                @Nullable EphemeralVolumeSource ephemeral,
        @JsonPropertyDescription("The files of an OCI image.") @Nullable ImageVolumeSource image,
        @JsonPropertyDescription(
                        "Refused: the node's files are not the app's; use a persistentVolumeClaim or emptyDir.")
                @Nullable AnyType hostPath) {}
