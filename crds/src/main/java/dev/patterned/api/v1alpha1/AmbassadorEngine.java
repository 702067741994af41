package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The proxy that an ambassador runs. */
public enum AmbassadorEngine {
    /** TCP, HTTP, gRPC and Redis, out and in; about 70 MB of memory. */
    @JsonProperty("Envoy")
    ENVOY,
    /** Redis only, out only; about 3 MB of memory. */
    @JsonProperty("Twemproxy")
    TWEMPROXY
}
