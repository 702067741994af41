package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** Options of protocol Redis. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OutboundRedis(
        @JsonPropertyDescription(
                        "What becomes of the keys of a shard that does not answer: Rehash is for caches.")
                @Default("Error")
                @Nullable ShardFailure onShardFailure,
        @JsonPropertyDescription(
                        "Whether an edit may change the engine, or take shards' names away, though keys move then.")
                @Default("Refuse")
                @Nullable RingChange onRingChange) {}
