package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Service of this app. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
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
        @JsonPropertyDescription("Labels to add.") @Size(max = 64) Map<String, String> labels,
        @JsonPropertyDescription("Annotations to add.") @Size(max = 64)
                Map<String, String> annotations,
        @JsonPropertyDescription("Whether outside traffic stays on the node that it reached.")
                @Nullable TrafficPolicy externalTrafficPolicy,
        @JsonPropertyDescription("Whether cluster traffic stays on its node.")
                @Nullable TrafficPolicy internalTrafficPolicy,
        @JsonPropertyDescription("Whether a client stays with one Pod.")
                @Nullable SessionAffinity sessionAffinity,
        @JsonPropertyDescription("Implementation of the load balancer.") @Size(max = 253)
                @Nullable String loadBalancerClass,
        @JsonPropertyDescription("CIDR ranges that may reach the load balancer.") @Size(max = 32)
                List<String> loadBalancerSourceRanges,
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
