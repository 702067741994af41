package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A Service of the own namespace. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UpstreamService(
        @JsonPropertyDescription("Name of the Service.")
                @Required
                @Size(min = 1, max = 63)
                @Pattern("^[a-z]([-a-z0-9]*[a-z0-9])?$")
                String name) {}
