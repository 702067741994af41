package dev.patterned.operator.validation;

/**
 * Something wrong with a spec.
 *
 * @param code stable and short, for tools, such as {@code PortTwice}
 * @param path the field, from the root, such as {@code spec.services[0].ports[1].target}
 * @param message names the two things that clash, and the fix
 */
public record Problem(Severity severity, String code, String path, String message) {
    /** Whether a problem refuses the object. */
    public enum Severity {
        /** The object is refused. */
        ERROR,
        /** The object is accepted; a person should look. */
        WARNING
    }

    /** One line for people. */
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
