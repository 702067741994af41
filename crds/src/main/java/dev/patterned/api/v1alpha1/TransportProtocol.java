package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A transport protocol. */
public enum TransportProtocol {
    /** TCP. */
    @JsonProperty("TCP")
    TCP,
    /** UDP. */
    @JsonProperty("UDP")
    UDP,
    /** SCTP. */
    @JsonProperty("SCTP")
    SCTP
}
