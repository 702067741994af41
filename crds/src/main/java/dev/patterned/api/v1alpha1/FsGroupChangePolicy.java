package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When the owner of a volume is changed. */
public enum FsGroupChangePolicy {
    /** Only when its root differs. */
    @JsonProperty("OnRootMismatch")
    ON_ROOT_MISMATCH,
    /** At every mount. */
    @JsonProperty("Always")
    ALWAYS
}
