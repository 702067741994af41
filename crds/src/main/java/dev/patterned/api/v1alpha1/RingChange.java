package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an edit may move keys from one shard to another. */
public enum RingChange {
    /** An edit of the engine, or one that takes a shard's name away, is refused. */
    @JsonProperty("Refuse")
    REFUSE,
    /** It is accepted: what is stored is a cache, or is moved by hand. */
    @JsonProperty("MoveKeys")
    MOVE_KEYS
}
