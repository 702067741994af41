package dev.patterned.operator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a Java process has used, as the kernel counts it.
 *
 * @param cpu seconds of CPU since its start
 * @param compilers of these, what the JIT compilers' threads took
 * @param collector of these, what the serial collector's thread took
 * @param resident MiB of memory that it has of the machine
 */
record Usage(double cpu, double compilers, double collector, double resident) {
    /** Clock ticks a second in /proc; the kernel's USER_HZ on every machine that Java runs on. */
    private static final double TICKS = 100;

    /** After the closing bracket of the name in a stat file; see proc_pid_stat(5). */
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;

    static Usage of(long pid) throws IOException {
        var process = Path.of("/proc", Long.toString(pid));
        return new Usage(
                seconds(Files.readString(process.resolve("stat"))),
                ofThreads(process, List.of("C1 CompilerThre", "C2 CompilerThre")),
                ofThreads(process, List.of("VM Thread")),
                residentMebibytes(process));
    }

    private static double ofThreads(Path process, List<String> names) throws IOException {
        try (var threads = Files.list(process.resolve("task"))) {
            return threads.map(Usage::stat)
                    .filter(stat -> names.stream().anyMatch(name -> stat.contains("(" + name)))
                    .mapToDouble(Usage::seconds)
                    .sum();
        }
    }

    /** Empty for a thread that has just ended. */
    private static String stat(Path thread) {
        try {
            return Files.readString(thread.resolve("stat"));
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static double seconds(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS;
    }

    private static double residentMebibytes(Path process) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .sum();
    }

    Usage since(Usage before) {
        return new Usage(
                cpu - before.cpu,
                compilers - before.compilers,
                collector - before.collector,
                resident);
    }

    /** All of it, with what the JVM took for itself. */
    String inSeconds() {
        return String.format(
                Locale.ROOT,
                "%.1f s of CPU, of which the compilers %.1f, the collector %.1f",
                cpu,
                compilers,
                collector);
    }

    /** For each app, with what the JVM took for itself. */
    String perApp(int apps) {
        return String.format(
                Locale.ROOT,
                "%.2f ms CPU an app (the compilers %.2f, the collector %.2f, all else %.2f)",
                cpu * 1000 / apps,
                compilers * 1000 / apps,
                collector * 1000 / apps,
                (cpu - compilers - collector) * 1000 / apps);
    }
}
