package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A wait on the upstreams of an own outbound listener. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OutboundDependency(
        @JsonPropertyDescription("Name of an outbound listener of ambassadors.")
                @Required
                @Size(min = 1, max = 40)
                String name) {}
