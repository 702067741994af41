package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose names the keys of a record have. */
public enum LogSchema {
    /** OpenTelemetry semantic conventions. */
    @JsonProperty("OpenTelemetry")
    OPEN_TELEMETRY,
    /** Elastic Common Schema. */
    @JsonProperty("ECS")
    ECS
}
