package dev.patterned.operator.bench;

import dev.patterned.operator.model.LogAdapter.Format;
import dev.patterned.operator.plan.collector.CollectorConfig;
import dev.patterned.operator.testing.collector.BusyLog;
import dev.patterned.operator.testing.collector.BusyLog.Rotation;
import dev.patterned.operator.testing.collector.Collector;
import dev.patterned.operator.testing.collector.LogAdapters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints what a log adapter needs beside a plain {@code tail -F} of the same lines: memory at rest
 * and under load, and processor time. On Linux only, by what {@code /proc} says.
 */
class CollectorBench {
    private static final int PER_SECOND = 5_000;
    private static final int LINES = 150_000;
    private static final int BACKLOG = 300_000;
    private static final int TICKS_PER_SECOND = 100;
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir Path folder;

    /**
     * Of one process.
     *
     * @param restKib resident, after ten seconds without a line
     * @param mostKib the most that was resident under load
     * @param millis of processor, for 1,000 lines
     * @param perSecond lines that were really written
     */
    private record Figures(long restKib, long mostKib, double millis, double perSecond) {}

    @Test
    void readsBesideATail() throws IOException {
        say("%s, Linux %s".formatted(processors(), System.getProperty("os.version")));
        say("load average before: " + load());
        var tail = tail(Files.createDirectory(folder.resolve("tail")));
        say("load average between: " + load());
        var collector = collector(Files.createDirectory(folder.resolve("steady")));
        var backlog = backlog(Files.createDirectory(folder.resolve("backlog")));
        say("load average after: " + load());
        say(
                "lines of nginx's combined format, %,d; written at %.0f and %.0f lines/s"
                        .formatted(LINES, collector.perSecond, tail.perSecond));
        say("| | collector | `tail -F` |");
        say("| --- | --- | --- |");
        say(row("memory at rest", mebibytes(collector.restKib), mebibytes(tail.restKib)));
        say(
                row(
                        "most memory at %,d lines/s".formatted(PER_SECOND),
                        mebibytes(collector.mostKib),
                        mebibytes(tail.mostKib)));
        say(row("processor time for 1,000 lines", time(collector.millis), time(tail.millis)));
        say(row("%,d lines that wait".formatted(BACKLOG), backlog, ""));
    }

    private static Figures tail(Path folder) throws IOException {
        var file = Files.createFile(folder.resolve("access.log"));
        var out = folder.resolve("out");
        var tail =
                new ProcessBuilder(List.of("tail", "-n", "+1", "-F", file.toString()))
                        .redirectOutput(out.toFile())
                        .start();
        try {
            return figures(tail.pid(), folder, () -> Files.size(out) == Files.size(file));
        } finally {
            tail.toHandle().destroyForcibly();
        }
    }

    private static Figures collector(Path folder) throws IOException {
        var adapter = LogAdapters.reading(folder, new Format.Nginx(), "access.log");
        try (var collector = Collector.start(CollectorConfig.yaml(adapter), folder, Map.of())) {
            collector.awaitReady(adapter.healthPort());
            return figures(collector.pid(), folder, () -> collector.count() == LINES);
        }
    }

    private static Figures figures(long pid, Path folder, Callable<Boolean> done)
            throws IOException {
        pause(REST);
        var rest = memory(pid, "VmRSS");
        var before = processorMillis(pid);
        var start = System.nanoTime();
        try (var log = write(folder)) {
            until(() -> log.written() == LINES);
            var seconds = (System.nanoTime() - start) / 1e9;
            until(done);
            return new Figures(
                    rest,
                    memory(pid, "VmHWM"),
                    perThousand(processorMillis(pid) - before, LINES),
                    LINES / seconds);
        }
    }

    private static String backlog(Path folder) throws IOException {
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
            return "%.0f s, %s"
                    .formatted(
                            (System.nanoTime() - start) / 1e9,
                            mebibytes(memory(collector.pid(), "VmHWM")));
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

    private static String row(String what, String collector, String tail) {
        return "| %s | %s | %s |".formatted(what, collector, tail);
    }

    private static String mebibytes(long kibibytes) {
        return "%.1f MiB".formatted(kibibytes / 1024.0);
    }

    private static String time(double millis) {
        return "%.1f ms".formatted(millis);
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).replaceFirst("( \\S+ \\S+)\\s*$", "");
    }

    private static String processors() throws IOException {
        var model =
                Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.replaceFirst(".*: *", ""))
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
        return Runtime.getRuntime().availableProcessors() + " cores, " + model;
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
        System.out.println("bench: " + line);
    }
}
