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

/** A wait on the standard gRPC health service (grpc.health.v1), without TLS. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(value = FieldRules.HOST, message = FieldRules.HOST_MESSAGE, fieldPath = ".host")
public record GrpcDependency(
        @JsonPropertyDescription("DNS name or IP address, without a port.")
                @Required
                @Size(min = 1, max = 253)
                String host,
        @JsonPropertyDescription("Port number.") @Required @Min(1) @Max(65535) Integer port,
        @JsonPropertyDescription("Service to ask for; the whole server where absent.")
                @Size(max = 100)
                @Pattern("^[A-Za-z0-9_.-]*$")
                @Nullable String serviceName) {}
