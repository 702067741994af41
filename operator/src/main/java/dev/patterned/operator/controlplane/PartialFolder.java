package dev.patterned.operator.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder that is being filled and becomes the real one by a rename. If that does not come to
 * pass, it is removed again, also when this JVM is told to end meanwhile; then the processes that
 * fill it are ended first.
 *
 * @param path where to write
 * @param hook removes the folder when the JVM ends
 */
record PartialFolder(Path path, Thread hook) implements AutoCloseable {

    /**
     * Makes an empty folder; only for the holder of the lock for {@code name}, whose predecessors'
     * it removes.
     */
    static PartialFolder create(Path parent, String name) throws IOException {
        Files.createDirectories(parent);
        try (var killed = Files.newDirectoryStream(parent, name + ".partial-*")) {
            for (var folder : killed) {
                remove(folder);
            }
        }
        var path =
                Files.createDirectory(
                        parent.resolve(name + ".partial-" + ProcessHandle.current().pid()));
        var hook = new Thread(() -> removeAtEnd(path), "partial-folder-end");
        Runtime.getRuntime().addShutdownHook(hook);
        return new PartialFolder(path, hook);
    }

    /** Gives the folder its real name, replacing what has it. */
    Path moveTo(Path target) throws IOException {
        FileTrees.delete(target);
        return Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        FileTrees.delete(path);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook removes the same folder; either may be first.
            return;
        }
    }

    private static void removeAtEnd(Path path) {
        try {
            remove(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A compiler that outlived a killed JVM still has the folder in its command line. */
    private static void remove(Path folder) throws IOException {
        ChildProcesses.mentioning(folder + "/").forEach(ChildProcesses::endTree);
        FileTrees.delete(folder);
    }
}
