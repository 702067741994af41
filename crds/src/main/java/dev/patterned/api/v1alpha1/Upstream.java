package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Something outside that an outbound listener leads to. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "has(self.host) != has(self.service)",
        message = "an upstream has exactly one of host, service: keep one")
@ValidationRule(
        value = "!has(self.host) || " + FieldRules.HOST,
        message =
                "host is neither a DNS name nor an IP address: a port belongs into the field port, and no scheme or path is needed",
        fieldPath = ".host")
@ValidationRule(
        value = AmbassadorRules.HOST_IS_ELSEWHERE,
        message =
                "host is this very Pod, which main reaches without an ambassador: name another host, or remove the listener",
        fieldPath = ".host")
public record Upstream(
        @JsonPropertyDescription(
                        "Name of a shard, its host or service where absent; keys follow the name, so that it outlives addresses.")
                @Size(min = 1, max = 63)
                @Pattern("^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$")
                @Nullable String name,
        @JsonPropertyDescription("DNS name or IP address, without a port.")
                @Size(min = 1, max = 253)
                @Nullable String host,
        @JsonPropertyDescription("A Service of the own namespace, instead of host.")
                @Nullable UpstreamService service,
        @JsonPropertyDescription("Port number.") @Required @Min(1) @Max(65535) Integer port,
        @JsonPropertyDescription("Share beside the other upstreams, 1 where absent.")
                @Min(1)
                @Max(100)
                @Nullable Integer weight) {}
