package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an outbound listener speaks. */
public enum OutboundProtocol {
    /** Bytes. */
    @JsonProperty("TCP")
    TCP,
    /** HTTP/1.1, and HTTP/2 where main speaks it. */
    @JsonProperty("HTTP")
    HTTP,
    /** gRPC. */
    @JsonProperty("GRPC")
    GRPC,
    /** Redis, sharded over the upstreams. */
    @JsonProperty("Redis")
    REDIS
}
