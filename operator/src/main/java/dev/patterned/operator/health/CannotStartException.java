package dev.patterned.operator.health;

/** The operator cannot work here; the message is one sentence that says why and what to do. */
public final class CannotStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One sentence for the person who started the operator. */
    public CannotStartException(String message) {
        super(message);
    }

    /** The same, with what lies behind it for the log. */
    public CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
