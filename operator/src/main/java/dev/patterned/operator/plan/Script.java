package dev.patterned.operator.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A shell script that a helper runs; mounted from a ConfigMap, so that a person can read what runs.
 */
public enum Script {
    /** Prints the files of a log directory. */
    TAILER("tailer.sh"),
    /** Runs twemproxy. */
    TWEMPROXY("twemproxy.sh"),
    /** Waits for a dependency. */
    WAIT("wait.sh"),
    /** Takes a second to stop. */
    GATE("gate.sh");

    /** Where the scripts are mounted in a helper. */
    static final String DIRECTORY = "/etc/patterned";

    private static final String CONFIG = "scripts";

    private final String file;
    private final String text;

    Script(String file) {
        this.file = file;
        this.text = read(file);
    }

    /** The name of its file. */
    public String file() {
        return file;
    }

    /** Its text, as it is in this version of the operator. */
    public String text() {
        return text;
    }

    /** The folder of all scripts that it is in. */
    ConfigFiles config() {
        return new ConfigFiles(CONFIG, Map.of(file, text), ConfigFiles.EXECUTE);
    }

    /** Its path in a helper's container. */
    String path() {
        return DIRECTORY + "/" + file;
    }

    private static String read(String file) {
        var resource = "/dev/patterned/operator/scripts/" + file;
        try (var stream = Script.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
