package dev.patterned.operator.testing.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Folders that are made once on a machine: whole or not at all, by one process at a time. */
final class EngineCache {
    private EngineCache() {}

    /** Fills an empty folder, or says why it cannot. */
    interface Filling {
        void fill(Path folder) throws IOException, InterruptedException;
    }

    /** The folder of that name, which is filled when it is not there yet. */
    static synchronized Path folder(String name, Filling filling) {
        try {
            var root = Files.createDirectories(root());
            var folder = root.resolve(name);
            try (var channel =
                            FileChannel.open(
                                    root.resolve(name + ".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (!Files.isDirectory(folder)) {
                    make(folder, filling);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path folder, Filling filling) throws IOException {
        var partial = folder.resolveSibling(folder.getFileName() + ".partial");
        delete(partial);
        Files.createDirectories(partial);
        say("engines: making " + folder);
        var start = System.nanoTime();
        try {
            filling.fill(partial);
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            delete(partial);
        }
        say("engines: made it in " + (System.nanoTime() - start) / 1_000_000_000 + " s");
    }

    private static Path root() {
        var cache =
                Objects.requireNonNullElseGet(
                        System.getenv("XDG_CACHE_HOME"),
                        () -> System.getProperty("user.home") + "/.cache");
        return Path.of(cache, "patterned", "engines").toAbsolutePath();
    }

    private static void say(String line) {
        System.err.println(line);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException failure) throws IOException {
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
