package dev.patterned.operator.apply;

/** What became of one child in a pass. */
public sealed interface Outcome {
    /** Kind of the child. */
    String kind();

    /** Name of the child. */
    String name();

    /** {@code Kind/name}, as kubectl names it in messages. */
    default String label() {
        return kind() + "/" + name();
    }

    /** It was as desired: nothing was sent. */
    record Unchanged(String kind, String name) implements Outcome {}

    /** It was sent, and the server took it. */
    record Applied(String kind, String name, boolean created) implements Outcome {}

    /** No longer wanted, and deleted. */
    record Pruned(String kind, String name) implements Outcome {}

    /**
     * A shared child that somebody else has: used as it is.
     *
     * @param owner {@code Kind/name} of its controller, or empty where it has none
     * @param ours whether the owner is another PatternedApp
     */
    record UsedAsIs(String kind, String name, String owner, boolean ours) implements Outcome {}

    /**
     * An object of that name is not ours and was left alone.
     *
     * @param owner {@code Kind/name} of its controller, or empty where it has none
     */
    record Conflict(String kind, String name, String owner) implements Outcome {}

    /**
     * It could not become what is desired and was taken away, its Pods left; the next pass makes it
     * again.
     *
     * @param field path of what could not change
     */
    record Replaced(String kind, String name, String field) implements Outcome {}

    /**
     * It cannot become what is desired, and was left as it is: to make it again would run it twice.
     *
     * @param field path of what cannot change
     */
    record Stuck(String kind, String name, String field) implements Outcome {}

    /** The cluster does not know its kind: nothing was sent, and nothing depends on it. */
    record Unknown(String kind, String name) implements Outcome {}

    /**
     * The server refused it.
     *
     * @param code HTTP status, such as 403 for a full quota
     * @param reason the server's reason, such as {@code Forbidden}
     * @param message the server's message
     */
    record Rejected(String kind, String name, int code, String reason, String message)
            implements Outcome {}
}
