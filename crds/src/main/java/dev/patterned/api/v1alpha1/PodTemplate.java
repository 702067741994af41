package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodDNSConfig;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of the Pod as a whole. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "!has(self.hostNetwork) || !self.hostNetwork",
        message =
                "hostNetwork is refused: it opens the node's network to the Pod; publish ports through services",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".hostNetwork")
@ValidationRule(
        value = "!has(self.hostPID) || !self.hostPID",
        message =
                "hostPID is refused: it opens the node's processes to the Pod; helpers share what main writes through logDirectories and volumes",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".hostPID")
@ValidationRule(
        value = "!has(self.hostIPC) || !self.hostIPC",
        message =
                "hostIPC is refused: it opens the node's memory to the Pod; share an emptyDir volume of medium Memory",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".hostIPC")
@ValidationRule(
        value = "!has(self.spec)",
        message =
                "podTemplate.spec is refused: a free Pod patch would undo what the operator guarantees; use main, sidecars, initContainers, volumes and the other fields of podTemplate",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".spec")
@ValidationRule(
        value = "!has(self.labels) || self.labels.all(k, !k.startsWith('patterned.dev/'))",
        message =
                "podTemplate.labels: keys that begin with patterned.dev/ are the operator's (its selector); choose another",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".labels")
@ValidationRule(
        value =
                "!has(self.annotations) || self.annotations.all(k, !k.startsWith('patterned.dev/'))",
        message =
                "podTemplate.annotations: keys that begin with patterned.dev/ are the operator's; choose another",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".annotations")
public record PodTemplate(
        @JsonPropertyDescription("Labels of the Pod.") @Size(max = 64)
                Map<String, @Size(max = 63) String> labels,
        @JsonPropertyDescription("Annotations of the Pod.") @Size(max = 64)
                Map<String, @Size(max = 32768) String> annotations,
        @JsonPropertyDescription("ServiceAccount of the Pod.") @Size(max = 253)
                @Nullable String serviceAccountName,
        @JsonPropertyDescription("Mounts a token of the ServiceAccount.") @Default("false")
                @Nullable Boolean automountServiceAccountToken,
        @JsonPropertyDescription("Sets environment variables for every Service of the namespace.")
                @Default("false")
                @Nullable Boolean enableServiceLinks,
        @JsonPropertyDescription("Secrets for pulling images.") @Size(max = 16)
                List<LocalObjectReference> imagePullSecrets,
        @JsonPropertyDescription("Labels that the node must have.") @Size(max = 64)
                Map<String, @Size(max = 63) String> nodeSelector,
        @JsonPropertyDescription("Scheduling preferences.") @Nullable Affinity affinity,
        @JsonPropertyDescription("Taints that the Pod tolerates.") @Size(max = 32)
                List<Toleration> tolerations,
        @JsonPropertyDescription("How Pods spread over nodes and zones.") @Size(max = 16)
                List<TopologySpreadConstraint> topologySpreadConstraints,
        @JsonPropertyDescription("Priority class.") @Size(max = 253)
                @Nullable String priorityClassName,
        @JsonPropertyDescription("Runtime class.") @Size(max = 253)
                @Nullable String runtimeClassName,
        @JsonPropertyDescription("Scheduler.") @Size(max = 253) @Nullable String schedulerName,
        @JsonPropertyDescription("Host name of the Pod.")
                @Size(min = 1, max = 63)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                @Nullable String hostname,
        @JsonPropertyDescription("Subdomain of the Pod.")
                @Size(min = 1, max = 63)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                @Nullable String subdomain,
        @JsonPropertyDescription(
                        "Seconds between SIGTERM and SIGKILL for the whole Pod; long enough for main and its helpers by default.")
                @Min(0)
                @Max(2147483647)
                @Nullable Long terminationGracePeriodSeconds,
        @JsonPropertyDescription("Security options of the Pod.")
                @Nullable PodSecurityContext securityContext,
        @JsonPropertyDescription("Entries of the hosts file.") @Size(max = 32)
                List<HostAlias> hostAliases,
        @JsonPropertyDescription("How names are resolved.") @Nullable DnsPolicy dnsPolicy,
        @JsonPropertyDescription("Options of the resolver.") @Nullable PodDNSConfig dnsConfig,
        @JsonPropertyDescription("Refused: publish ports through services.")
                @Nullable Boolean hostNetwork,
        @JsonPropertyDescription("Refused: helpers share the Pod, not the node.")
                @Nullable Boolean hostPID,
        @JsonPropertyDescription("Refused: helpers share the Pod, not the node.")
                @Nullable Boolean hostIPC,
        @JsonPropertyDescription(
                        "Refused: a free Pod patch would undo what the operator guarantees; use main, sidecars, initContainers and the fields beside this one.")
                @Nullable AnyType spec) {
    /** An absent list or map reads as an empty one. */
    public PodTemplate {
        labels = Absent.map(labels);
        annotations = Absent.map(annotations);
        imagePullSecrets = Absent.list(imagePullSecrets);
        nodeSelector = Absent.map(nodeSelector);
        tolerations = Absent.list(tolerations);
        topologySpreadConstraints = Absent.list(topologySpreadConstraints);
        hostAliases = Absent.list(hostAliases);
    }
}
