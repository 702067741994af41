package dev.patterned.operator.status;

/** The fixed set of conditions. No other is ever written, and any other found is dropped. */
public final class ConditionType {
    /** The spec is valid. Always there. */
    public static final String ACCEPTED = "Accepted";

    /** The app runs as its spec says. Always there. */
    public static final String READY = "Ready";

    /**
     * The Job has completed, or the last run of a CronJob. Unknown while it runs, False only when
     * it has failed. There for these kinds.
     */
    public static final String SUCCEEDED = "Succeeded";

    /** Every wait is over. There when the app has waits. */
    public static final String DEPENDENCIES_READY = "DependenciesReady";

    /**
     * Ambassadors are the only way in or out, as far as the spec asks. There when it asks; Unknown
     * where only the network plugin could say.
     */
    public static final String AMBASSADOR_ENFORCED = "AmbassadorEnforced";

    /** In progress, or blocked by what may clear without a new spec. There only while true. */
    public static final String RECONCILING = "Reconciling";

    /** Nothing moves without a new spec. There only while true. */
    public static final String STALLED = "Stalled";

    private ConditionType() {}
}
