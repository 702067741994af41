package dev.patterned.operator.model;

/** Names of containers that no field of a spec names; users cannot take them. */
public final class OwnHelpers {
    /** Stands after log adapters and takes a second to stop. */
    public static final String GATE = "patterned-gate";

    private OwnHelpers() {}
}
