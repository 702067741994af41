package dev.patterned.operator.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of one running control plane, in a folder of its own below {@code <cache>/run},
 * readable for this user only. The owner holds a lock in it, which the kernel takes back however
 * the owner ends; so a folder whose lock is free belonged to a JVM that was killed, and what still
 * runs out of it can be ended and removed.
 */
final class InstanceFolder implements AutoCloseable {

    private static final String LOCK = "owner.lock";

    private final Path folder;
    private final FolderLock lock;

    private InstanceFolder(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Ends and removes what killed JVMs left, then makes a new folder. */
    static InstanceFolder create(Path cache, Progress progress)
            throws IOException, InterruptedException {
        var all = cache.resolve("run");
        // One at a time: a folder that was just made and is not locked yet must not be taken for a
        // leftover.
        try (var _ = FolderLock.acquire(cache.resolve("run.lock"), () -> {})) {
            Files.createDirectories(all);
            removeLeftovers(all, progress);
            var folder = Files.createTempDirectory(all, "");
            return new InstanceFolder(
                    folder,
                    FolderLock.tryAcquire(folder.resolve(LOCK))
                            .orElseThrow(() ->
                                    new ControlPlaneException(
                                            folder + " is locked by somebody else.")));
        }
    }

    private static void removeLeftovers(Path all, Progress progress) throws IOException {
        try (var folders = Files.newDirectoryStream(all, Files::isDirectory)) {
            for (var folder : folders) {
                var lock = FolderLock.tryAcquire(folder.resolve(LOCK));
                if (lock.isPresent()) {
                    try (var _ = lock.get()) {
                        remove(folder);
                    }
                    progress.say(
                            "Ended and removed a control plane whose owner was killed ("
                                    + folder
                                    + ").");
                }
            }
        }
    }

    /**
     * Only processes with the folder in their command line are ours; a recycled process id has not.
     */
    private static void remove(Path folder) throws IOException {
        ChildProcesses.end(ChildProcesses.mentioning(folder + "/"));
        FileTrees.delete(folder);
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    Path path() {
        return folder;
    }

    @Override
    public void close() {
        try (lock) {
            FileTrees.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("could not remove " + folder, failure);
        }
    }
}
