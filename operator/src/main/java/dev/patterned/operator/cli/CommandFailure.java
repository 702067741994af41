package dev.patterned.operator.cli;

/** It did not work, for a reason outside: exit code 1. The message is a sentence for the person. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
