package dev.patterned.operator.testing.collector;

import dev.patterned.operator.model.LogAdapter.Format;
import dev.patterned.operator.plan.collector.CollectorConfig;
import dev.patterned.operator.testing.collector.BusyLog.Rotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/**
 * Measures what a log adapter needs, beside a plain {@code tail}: memory at rest and under load,
 * and processor time. Run it on a machine that does nothing else; on Linux only, by what {@code
 * /proc} says.
 */
public final class CollectorFigures {
    private static final int PER_SECOND = 5_000;
    private static final int LINES = 150_000;
    private static final int BACKLOG = 300_000;
    private static final int TICKS_PER_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private CollectorFigures() {}

    /** Prints the figures. */
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("figures-");
        say("load before: " + Files.readString(Path.of("/proc/loadavg")).strip());
        collector(Files.createDirectory(folder.resolve("steady")));
        backlog(Files.createDirectory(folder.resolve("backlog")));
        tail(Files.createDirectory(folder.resolve("tail")));
        say("load after: " + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private static void collector(Path folder) throws IOException {
        var adapter = LogAdapters.reading(folder, new Format.Nginx(), "access.log");
        try (var collector = Collector.start(CollectorConfig.yaml(adapter), folder, Map.of())) {
            collector.awaitReady(adapter.healthPort());
            pause(Duration.ofSeconds(10));
            say("collector at rest: %d KiB".formatted(memory(collector.pid(), "VmRSS")));
            var before = processorMillis(collector.pid());
            try (var log = write(folder)) {
                until(() -> log.written() == LINES && collector.count() == LINES);
            }
            say(
                    "collector at %d lines/s: %d KiB at most, %.1f ms of processor per 1,000 lines"
                            .formatted(
                                    PER_SECOND,
                                    memory(collector.pid(), "VmHWM"),
                                    perThousand(processorMillis(collector.pid()) - before, LINES)));
        }
    }

    private static void backlog(Path folder) throws IOException {
        var adapter = LogAdapters.reading(folder, new Format.Nginx(), "access.log");
        try (var log =
                BusyLog.start(
                        folder.resolve("access.log"),
                        Rotation.RENAME,
                        100 * BACKLOG,
                        BACKLOG,
                        BACKLOG)) {
            until(() -> log.written() == BACKLOG);
        }
        var start = System.nanoTime();
        try (var collector = Collector.start(CollectorConfig.yaml(adapter), folder, Map.of())) {
            until(() -> collector.count() == BACKLOG);
            say(
                    "collector, %d lines waiting: %.1f s, %d KiB at most, %.1f ms of processor per 1,000 lines"
                            .formatted(
                                    BACKLOG,
                                    (System.nanoTime() - start) / 1e9,
                                    memory(collector.pid(), "VmHWM"),
                                    perThousand(processorMillis(collector.pid()), BACKLOG)));
        }
    }

    private static void tail(Path folder) throws IOException {
        var file = Files.createFile(folder.resolve("access.log"));
        var tail =
                new ProcessBuilder(List.of("tail", "-n", "+1", "-F", file.toString()))
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        try (var log = write(folder)) {
            until(() -> log.written() == LINES);
            until(() -> Files.size(folder.resolve("out")) == Files.size(file));
            say(
                    "tail at %d lines/s: %d KiB at most, %.1f ms of processor per 1,000 lines"
                            .formatted(
                                    PER_SECOND,
                                    memory(tail.pid(), "VmHWM"),
                                    perThousand(processorMillis(tail.pid()), LINES)));
        } finally {
            tail.toHandle().destroyForcibly();
        }
    }

    private static BusyLog write(Path folder) {
        var file = folder.resolve("access.log");
        return BusyLog.start(file, Rotation.RENAME, PER_SECOND, LINES, LINES);
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }

    private static void pause(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        until(() -> System.nanoTime() > end);
    }

    private static double perThousand(long millis, int lines) {
        return millis * 1000.0 / lines;
    }

    /** User and system time, fields 14 and 15 of proc_pid_stat(5). */
    private static long processorMillis(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / TICKS_PER_SECOND;
    }

    /** In KiB, by proc_pid_status(5). */
    private static long memory(long pid, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
