package dev.patterned.operator.testing.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that has run to its end.
 *
 * @param exitCode 127 when there is no such program
 * @param output both streams
 */
public record Command(int exitCode, String output) {
    private static final int NOT_FOUND = 127;

    /** Runs it in {@code folder}; ends it, and fails, when it takes longer than {@code most}. */
    public static Command run(Path folder, Duration most, List<String> words) {
        return run(new ProcessBuilder(words).directory(folder.toFile()), most);
    }

    static Command run(ProcessBuilder builder, Duration most) {
        try {
            var output = Files.createTempFile("command", ".log");
            try {
                return new Command(code(builder, output, most), read(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException missing) {
            return new Command(NOT_FOUND, String.valueOf(missing.getMessage()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int code(ProcessBuilder builder, Path output, Duration most)
            throws IOException, InterruptedException {
        var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(
                    builder.command() + " took more than " + most + ": " + read(output));
        }
        return process.exitValue();
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
