package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a termination message comes from. */
public enum TerminationMessagePolicy {
    /** The file only. */
    @JsonProperty("File")
    FILE,
    /** The last of the log where the file is empty and the container failed. */
    @JsonProperty("FallbackToLogsOnError")
    FALLBACK_TO_LOGS_ON_ERROR
}
