package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What carries the OpenTelemetry protocol. */
public enum OtlpProtocol {
    /** HTTP with protobuf. */
    @JsonProperty("HTTP")
    HTTP,
    /** gRPC. */
    @JsonProperty("GRPC")
    GRPC
}
