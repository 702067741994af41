package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A listener on all addresses of the Pod through which others reach main. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = AmbassadorRules.PORT_CAN_BE_BOUND,
        message = AmbassadorRules.PORT_MESSAGE,
        fieldPath = ".port")
@ValidationRule(
        value = "!has(self.http) || (has(self.protocol) && self.protocol in ['HTTP', 'GRPC'])",
        message = "http is for protocol HTTP or GRPC: set the protocol, or remove http",
        fieldPath = ".http")
public record Inbound(
        @JsonPropertyDescription(
                        "Name of the listener, as services target it; unique among the ports of the Pod.")
                @Required
                @Size(min = 1, max = 15)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("Port on all addresses, from 1024 on.")
                @Required
                @Min(1)
                @Max(65535)
                Integer port,
        @JsonPropertyDescription("What callers speak there.") @Default("TCP")
                @Nullable InboundProtocol protocol,
        @JsonPropertyDescription("Name of a port of main.") @Required @Size(min = 1, max = 15)
                String target,
        @JsonPropertyDescription("Options of requests, for HTTP and GRPC.")
                @Nullable InboundHttp http) {}
