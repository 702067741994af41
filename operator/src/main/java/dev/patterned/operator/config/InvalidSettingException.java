package dev.patterned.operator.config;

/** A setting that cannot be; the message names it, what it was and what it may be. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One sentence for the person who started the operator. */
    public InvalidSettingException(String message) {
        super(message);
    }
}
