package dev.patterned.operator.observe;

/**
 * What the operator sees of something that an app waits for.
 *
 * @param message what there is to say about it, for a sentence; may be empty
 */
public record Awaited(State state, String message) {
    /** Only the Pod looks, or nobody has looked yet. */
    public static final Awaited UNSEEN = new Awaited(State.UNSEEN, "");

    /** Done, now or once: nothing more to say. */
    public static final Awaited DONE = new Awaited(State.DONE, "");

    /** How far it is. */
    public enum State {
        /** Only the Pod looks. */
        UNSEEN,
        /** There is no such object. */
        MISSING,
        /** There, and not done. */
        PENDING,
        /** Over without being done; somebody must make it again. */
        FAILED,
        /** It waits for the very app that waits for it, directly or through others. */
        CYCLE,
        /** Done, now or once. */
        DONE
    }

    static Awaited missing(String message) {
        return new Awaited(State.MISSING, message);
    }

    static Awaited pending(String message) {
        return new Awaited(State.PENDING, message);
    }

    static Awaited failed(String message) {
        return new Awaited(State.FAILED, message);
    }

    /**
     * In a circle.
     *
     * @param path as {@code a → b → a}
     */
    static Awaited cycle(String path) {
        return new Awaited(
                State.CYCLE, path + " wait for each other and none can start: remove one wait");
    }

    /** Whether it is done, now or once. */
    public boolean done() {
        return state == State.DONE;
    }

    /** Whether a person must act, and no Pod needs to say so first. */
    public boolean blocked() {
        return state == State.FAILED || state == State.CYCLE;
    }
}
