package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** How one helper fares, over all Pods. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HelperStatus(
        @JsonPropertyDescription("Name of the helper.") @Required @Size(max = 63) String name,
        @JsonPropertyDescription("Which pattern it plays.") @Nullable HelperType type,
        @JsonPropertyDescription("Pods in which it is ready, or done.") @Nullable Integer ready,
        @JsonPropertyDescription("Pods that have it.") @Nullable Integer total,
        @JsonPropertyDescription("What is wrong in the worst Pod, in one word.") @Size(max = 256)
                @Nullable String reason,
        @JsonPropertyDescription("The same in a sentence.") @Size(max = 1024)
                @Nullable String message) {}
