package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A port of a Service. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AppServicePort(
        @JsonPropertyDescription("Name of the port.")
                @Required
                @Size(min = 1, max = 15)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("Port number of the Service.") @Required @Min(1) @Max(65535)
                Integer port,
        @JsonPropertyDescription(
                        "Name of a port of main or of a helper; the port's own name where absent.")
                @Size(min = 1, max = 15)
                @Nullable String target,
        @JsonPropertyDescription("Application protocol, as Kubernetes defines it.") @Size(max = 253)
                @Nullable String appProtocol) {}
