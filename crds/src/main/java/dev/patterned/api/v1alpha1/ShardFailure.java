package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of the keys of a shard that does not answer. */
public enum ShardFailure {
    /** Requests for them fail until it is back; no other key is touched. */
    @JsonProperty("Error")
    ERROR,
    /** They go to the other shards until it is back: for a cache, which may lose keys. */
    @JsonProperty("Rehash")
    REHASH
}
