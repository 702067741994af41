package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a tailer starts in a file that is already there. */
public enum ReadFrom {
    /** The first line. */
    @JsonProperty("Beginning")
    BEGINNING,
    /** What is written from now on. */
    @JsonProperty("End")
    END
}
