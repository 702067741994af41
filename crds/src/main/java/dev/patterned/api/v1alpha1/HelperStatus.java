package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
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
                @Nullable String message,
        @JsonPropertyDescription(
                        "Shards of an ambassador's Redis listeners, as listener/shard: keys follow these names.")
                @Size(max = 512)
                List<@Size(max = 400) String> shards) {
    /** An absent list or map reads as an empty one. */
    public HelperStatus {
        shards = Absent.list(shards);
    }
}
