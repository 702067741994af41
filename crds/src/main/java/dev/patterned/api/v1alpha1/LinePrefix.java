package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What stands before each line that a tailer prints. */
public enum LinePrefix {
    /** Nothing. */
    @JsonProperty("None")
    NONE,
    /** The file's name and a colon. */
    @JsonProperty("File")
    FILE
}
