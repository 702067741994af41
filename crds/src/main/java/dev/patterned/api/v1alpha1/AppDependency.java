package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * A wait on another PatternedApp. Once that was ready the wait stays satisfied for as long as the
 * app names it.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AppDependency(
        @JsonPropertyDescription(
                        "Name of the other PatternedApp; it must have been ready once, or have succeeded if it is a Job.")
                @Required
                @Size(min = 1, max = 40)
                @Pattern("^[a-z]([-a-z0-9]*[a-z0-9])?$")
                String name) {}
