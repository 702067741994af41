package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which pattern a helper plays. */
public enum HelperType {
    /** Prints log files. */
    @JsonProperty("LogTailer")
    LOG_TAILER,
    /** Does main's networking. */
    @JsonProperty("Ambassador")
    AMBASSADOR,
    /** Gives the outside a uniform view. */
    @JsonProperty("Adapter")
    ADAPTER,
    /** The user's own, beside main. */
    @JsonProperty("Sidecar")
    SIDECAR,
    /** The user's own, before main. */
    @JsonProperty("InitContainer")
    INIT_CONTAINER
}
