package dev.patterned.operator.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A shell script that a helper runs; mounted from a ConfigMap, so that a person can read what runs.
 */
public enum Script {
    /** Prints the files of a log directory. */
    TAILER("tailer.sh"),
    /** Waits for a dependency. */
    WAIT("wait.sh");

    /** Where the scripts are mounted in a helper. */
    static final String DIRECTORY = "/etc/patterned";

    private final String file;

    Script(String file) {
        this.file = file;
    }

    /** The name of its file. */
    public String file() {
        return file;
    }

    /** Its text, as it is in this version of the operator. */
    public String text() {
        try (var stream =
                Script.class.getResourceAsStream("/dev/patterned/operator/scripts/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its path in a helper's container. */
    String path() {
        return DIRECTORY + "/" + file;
    }
}
