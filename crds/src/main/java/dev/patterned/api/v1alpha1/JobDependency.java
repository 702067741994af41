package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * A wait on a Job. Once it has completed the wait stays satisfied for as long as the app names this
 * Job, also when the Job is deleted or made again.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JobDependency(
        @JsonPropertyDescription(
                        "Name of the Job; once it has completed, its deletion changes nothing.")
                @Required
                @Size(min = 1, max = 63)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")
                String name) {}
