package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.SecretKeySelector;

/** A header whose value stands in a Secret. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HeaderFrom(
        @JsonPropertyDescription("Name of the header.")
                @Required
                @Size(min = 1, max = 128)
                @Pattern("^[A-Za-z0-9!#$%&'*+.^_|~-]+$")
                String name,
        @JsonPropertyDescription("Key of a Secret of the namespace.") @Required
                SecretKeySelector secretKeyRef) {}
