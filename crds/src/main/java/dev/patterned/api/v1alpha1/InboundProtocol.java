package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an inbound listener speaks. */
public enum InboundProtocol {
    /** Bytes. */
    @JsonProperty("TCP")
    TCP,
    /** HTTP/1.1 and HTTP/2. */
    @JsonProperty("HTTP")
    HTTP,
    /** gRPC. */
    @JsonProperty("GRPC")
    GRPC
}
