package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** How one wait fares, over all Pods. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DependencyStatus(
        @JsonPropertyDescription("Name of the wait.") @Required @Size(max = 63) String name,
        @JsonPropertyDescription("What is waited for.") @Size(max = 512) @Nullable String target,
        @JsonPropertyDescription("Where it stands.") @Nullable DependencyState state,
        @JsonPropertyDescription("Pods that are waiting for it.") @Nullable Integer pods,
        @JsonPropertyDescription("When the state last changed (RFC 3339).") @Size(max = 64)
                @Nullable String lastTransitionTime,
        @JsonPropertyDescription("Details, such as the last error.") @Size(max = 1024)
                @Nullable String message) {}
