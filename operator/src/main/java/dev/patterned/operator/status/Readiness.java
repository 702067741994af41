package dev.patterned.operator.status;

/**
 * Whether an app is ready, why, and in which sentence.
 *
 * @param reason of {@link Reasons}
 * @param message one sentence a person can act on
 */
record Readiness(boolean ready, String reason, String message) {
    static Readiness blocked(String reason, String message) {
        return new Readiness(false, reason, message);
    }
}
