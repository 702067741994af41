package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
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
public record PodTemplate(
        @JsonPropertyDescription("Labels of the Pod.") @Size(max = 64) Map<String, String> labels,
        @JsonPropertyDescription("Annotations of the Pod.") @Size(max = 64)
                Map<String, String> annotations,
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
                Map<String, String> nodeSelector,
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
        @JsonPropertyDescription("Host name of the Pod.") @Size(max = 63) @Nullable String hostname,
        @JsonPropertyDescription("Subdomain of the Pod.") @Size(max = 63)
                @Nullable String subdomain,
        @JsonPropertyDescription(
                        "Seconds between SIGTERM and SIGKILL for the whole Pod; long enough for main and its helpers by default.")
                @Min(0)
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
