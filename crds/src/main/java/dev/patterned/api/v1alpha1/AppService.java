package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Service of this app. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value =
                "!has(self.headless) || !self.headless || !has(self.type) || self.type == 'ClusterIP'",
        message = "a headless Service has type ClusterIP: remove headless or set type: ClusterIP",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".headless")
@ValidationRule(
        value =
                "(has(self.type) && self.type == 'LoadBalancer') || (!has(self.externalTrafficPolicy) && !has(self.loadBalancerClass) && !has(self.loadBalancerSourceRanges))",
        message =
                "externalTrafficPolicy, loadBalancerClass and loadBalancerSourceRanges belong to type LoadBalancer: set it or remove them",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".type")
@ValidationRule(
        value = "!has(self.labels) || self.labels.all(k, !k.startsWith('patterned.dev/'))",
        message =
                "labels of a Service: keys that begin with patterned.dev/ are the operator's; choose another",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".labels")
@ValidationRule(
        value =
                "!has(self.annotations) || self.annotations.all(k, !k.startsWith('patterned.dev/'))",
        message =
                "annotations of a Service: keys that begin with patterned.dev/ are the operator's; choose another",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".annotations")
public record AppService(
        @JsonPropertyDescription("Name of the Service.")
                @Required
                @Size(min = 1, max = 63)
                @Pattern("^[a-z]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("How it is published.") @Default("ClusterIP")
                @Nullable ServiceType type,
        @JsonPropertyDescription("No cluster address: DNS answers with the Pods themselves.")
                @Nullable Boolean headless,
        @JsonPropertyDescription("Ports of the Service.") @Required @Size(min = 1, max = 16)
                List<AppServicePort> ports,
        @JsonPropertyDescription("Labels to add.") @Size(max = 64)
                Map<String, @Size(max = 63) String> labels,
        @JsonPropertyDescription("Annotations to add.") @Size(max = 64)
                Map<String, @Size(max = 32768) String> annotations,
        @JsonPropertyDescription("Whether outside traffic stays on the node that it reached.")
                @Nullable TrafficPolicy externalTrafficPolicy,
        @JsonPropertyDescription("Whether cluster traffic stays on its node.")
                @Nullable TrafficPolicy internalTrafficPolicy,
        @JsonPropertyDescription("Whether a client stays with one Pod.")
                @Nullable SessionAffinity sessionAffinity,
        @JsonPropertyDescription("Implementation of the load balancer.") @Size(max = 253)
                @Nullable String loadBalancerClass,
        @JsonPropertyDescription("CIDR ranges that may reach the load balancer.") @Size(max = 32)
                List<@Size(max = 64) String> loadBalancerSourceRanges,
        @JsonPropertyDescription("Single or dual stack.") @Nullable IpFamilyPolicy ipFamilyPolicy,
        @JsonPropertyDescription("Lists Pods that are not ready.")
                @Nullable Boolean publishNotReadyAddresses,
        @JsonPropertyDescription("Preference among endpoints, such as PreferClose.") @Size(max = 63)
                @Nullable String trafficDistribution) {
    /** An absent list or map reads as an empty one. */
    public AppService {
        ports = Absent.list(ports);
        labels = Absent.map(labels);
        annotations = Absent.map(annotations);
        loadBalancerSourceRanges = Absent.list(loadBalancerSourceRanges);
    }
}
