package dev.patterned.operator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The refused objects of the crds module: each is valid but for one thing. */
public final class RefusedObjects {
    private static final Path FOLDER = Path.of("../crds/src/test/resources/refused");
    private static final Path CHANGES = Path.of("../crds/src/test/resources/refused-changes");
    private static final String EXPECT = "# expect: ";
    private static final String PATH = "# path: ";

    private RefusedObjects() {}

    /**
     * One of them.
     *
     * @param expect part of the API server's message
     * @param path of the field that is wrong
     */
    public record RefusedObject(String name, String yaml, String expect, String path) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them, by name. */
    public static List<RefusedObject> all() {
        return in(FOLDER);
    }

    /** Changes that are refused: each is a valid object, and what it must not become. */
    public static List<RefusedObject> changes() {
        return in(CHANGES);
    }

    private static List<RefusedObject> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().map(RefusedObjects::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RefusedObject read(Path file) {
        try {
            var yaml = Files.readString(file);
            return new RefusedObject(
                    file.getFileName().toString(), yaml, said(yaml, EXPECT), said(yaml, PATH));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String said(String yaml, String prefix) {
        return yaml.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElseThrow();
    }
}
