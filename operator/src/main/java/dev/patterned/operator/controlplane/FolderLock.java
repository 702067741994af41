package dev.patterned.operator.controlplane;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A lock on a file that excludes other threads and other processes, and that the kernel takes back
 * when this process dies in whatever way.
 *
 * <p>File locks belong to the process, and closing any channel on the file gives them up. So a file
 * is never opened twice in one JVM: a semaphore for its path comes first.
 */
final class FolderLock implements AutoCloseable {

    private static final Map<Path, Semaphore> HERE = new ConcurrentHashMap<>();
    private static final long POLL_MILLIS = 100;

    private final Semaphore here;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(Semaphore here, FileChannel channel, FileLock lock) {
        this.here = here;
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits as long as it takes; {@code whenBusy} runs once if somebody else holds the lock. */
    static FolderLock acquire(Path file, Runnable whenBusy)
            throws IOException, InterruptedException {
        var told = false;
        while (true) {
            var lock = tryAcquire(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (!told) {
                whenBusy.run();
                told = true;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /**
     * Empty when a thread or process that lives holds the lock. Makes the file when it is not
     * there.
     */
    static Optional<FolderLock> tryAcquire(Path file) throws IOException {
        var here =
                HERE.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new Semaphore(1));
        if (!here.tryAcquire()) {
            return Optional.empty();
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            return Optional.ofNullable(lock == null ? null : new FolderLock(here, channel, lock));
        } finally {
            if (lock == null) {
                if (channel != null) {
                    channel.close();
                }
                here.release();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        } finally {
            here.release();
        }
    }
}
