package dev.patterned.operator.cli;

/** What was asked for cannot be: exit code 2. The message is a sentence for the person. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
