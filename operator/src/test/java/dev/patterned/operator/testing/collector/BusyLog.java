package dev.patterned.operator.testing.collector;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A server that writes an access log at a steady rate, and rotates it after every so many lines.
 */
public final class BusyLog implements AutoCloseable {
    private static final int TICKS_PER_SECOND = 100;
    private static final int KEPT = 20;

    private final Path file;
    private final Rotation rotation;
    private final int perTick;
    private final int perFile;
    private final int lines;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> ticking;
    private FileChannel channel;
    private volatile int written;

    private BusyLog(Path file, Rotation rotation, int perSecond, int perFile, int lines) {
        this.file = file;
        this.rotation = rotation;
        this.perTick = perSecond / TICKS_PER_SECOND;
        this.perFile = perFile;
        this.lines = lines;
        channel = open(file);
        ticking =
                clock.scheduleAtFixedRate(
                        this::tick, 0, 1000 / TICKS_PER_SECOND, TimeUnit.MILLISECONDS);
    }

    /** What happens to a full file. */
    public enum Rotation {
        RENAME,
        COPY_AND_TRUNCATE
    }

    /** Begins to write {@code lines} lines. */
    public static BusyLog start(
            Path file, Rotation rotation, int perSecond, int perFile, int lines) {
        return new BusyLog(file, rotation, perSecond, perFile, lines);
    }

    /** How many lines are written; their numbers are the ones below. */
    public int written() {
        if (ticking.isDone()) {
            throw new AssertionError("the writer has failed", ticking.exceptionNow());
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        clock.close();
        channel.close();
    }

    /**
     * A line of nginx whose path is its number and whose query its file's. The log's name is in it
     * too: the collector knows files by how they begin, and takes two that begin alike for one.
     */
    private String line(int number) {
        return "10.0.0.%d - - [22/Nov/2026:13:30:44 +0000] \"GET /%d?%s-%d HTTP/1.1\" 200 %d \"-\" \"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\"\n"
                .formatted(
                        number % 250, number, file.getFileName(), number / perFile, number % 9999);
    }

    private void tick() {
        try {
            var text = new StringBuilder();
            var from = written;
            var to = Math.min(from + perTick, lines);
            for (var number = from; number < to; number++) {
                text.append(line(number));
            }
            write(text);
            written = to;
            if (to > from && to % perFile == 0 && to < lines) {
                rotate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(CharSequence text) throws IOException {
        var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void rotate() throws IOException {
        for (var number = KEPT - 1; number >= 1; number--) {
            if (Files.exists(rotated(number))) {
                Files.move(
                        rotated(number), rotated(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        switch (rotation) {
            case RENAME -> {
                Files.move(file, rotated(1));
                channel.close();
                channel = open(file);
            }
            case COPY_AND_TRUNCATE -> {
                Files.copy(file, rotated(1));
                channel.truncate(0);
            }
        }
    }

    private Path rotated(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
