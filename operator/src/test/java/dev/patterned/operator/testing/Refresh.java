package dev.patterned.operator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that tests generate: compared with what is committed, or written anew where {@code
 * patterned.refresh} says so.
 */
public final class Refresh {
    private static final boolean WANTED = Boolean.getBoolean("patterned.refresh");

    private Refresh() {}

    /** Compares a text with a committed file. */
    public static void check(Path committed, String generated) {
        try {
            if (WANTED) {
                Files.createDirectories(committed.toAbsolutePath().getParent());
                Files.writeString(committed, generated);
            }
            assertThat(Files.exists(committed) ? Files.readString(committed) : "")
                    .as(
                            "%s is stale; if the change is meant: ./mvnw test -Dpatterned.refresh=true",
                            committed)
                    .isEqualTo(generated);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
