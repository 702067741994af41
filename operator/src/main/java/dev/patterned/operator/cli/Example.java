package dev.patterned.operator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The app that is shown where nobody names one: a web server whose logs two tailers print. */
final class Example {
    private Example() {}

    /** YAML. */
    static String text() {
        try (var stream =
                Example.class.getResourceAsStream("/dev/patterned/api/examples/sidecar.yaml")) {
            return new String(
                    Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
