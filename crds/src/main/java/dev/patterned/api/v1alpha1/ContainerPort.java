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

/** A port that a container listens on. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "self.containerPort < 19000 || self.containerPort > 19099",
        message =
                "containerPort 19000-19099 is reserved for the helpers' own ports (admin, health, status): choose another",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".containerPort")
@ValidationRule(
        value = "!has(self.hostPort)",
        message =
                "hostPort is refused: it ties the Pod to a free port of one node; publish the port through services",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".hostPort")
@ValidationRule(
        value = "!has(self.hostIP)",
        message = "hostIP is refused: it belongs to hostPort; publish the port through services",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".hostIP")
public record ContainerPort(
        @JsonPropertyDescription("IANA service name, unique in the Pod.")
                @Required
                @Size(min = 1, max = 15)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("Port number.") @Required @Min(1) @Max(65535)
                Integer containerPort,
        @JsonPropertyDescription("Transport protocol.") @Default("TCP")
                @Nullable TransportProtocol protocol,
        @JsonPropertyDescription("Refused: publish the port through services.") @Min(0) @Max(65535)
                @Nullable Integer hostPort,
        @JsonPropertyDescription("Refused: publish the port through services.") @Size(max = 64)
                @Nullable String hostIP) {}
