package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** The object that runs the Pods. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WorkloadReference(
        @JsonPropertyDescription("API version.") @Size(max = 253) @Nullable String apiVersion,
        @JsonPropertyDescription("Kind.") @Size(max = 63) @Nullable String kind,
        @JsonPropertyDescription("Name.") @Size(max = 253) @Nullable String name) {}
