package dev.patterned.operator.controlplane;

import dev.patterned.operator.controlplane.BinaryMaker.CannotMakeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The Go tool, unaffected by the user's settings for other modules.
 *
 * @param program name or path
 */
record GoCommand(String program) {
    private static final int LINES_KEPT = 12;

    // Exit codes from here on mean a signal; a build that fails by itself ends with 1 or 2.
    private static final int KILLED = 128;

    /** In a folder outside a module: an old Go says nothing inside one that asks for a newer Go. */
    void checkVersion(Path folder) throws CannotMakeException, IOException, InterruptedException {
        var version = GoVersion.parse(run(folder, "env", "GOVERSION"));
        if (version.isPresent() && version.get().isTooOld()) {
            throw new CannotMakeException(
                    "Go %s or newer is needed and the one on the PATH is %s; see https://go.dev/dl"
                            .formatted(GoVersion.NEEDED, version.get()));
        }
    }

    private String run(Path work, String... arguments)
            throws CannotMakeException, IOException, InterruptedException {
        try (var quiet = Progress.silent().begin("")) {
            return run(work, quiet, arguments);
        }
    }

    /**
     * Runs it to its end.
     *
     * @throws CannotMakeException with its last lines, when it fails
     * @throws InterruptedException when it was ended from outside
     */
    String run(Path work, Progress.Step step, String... arguments)
            throws CannotMakeException, IOException, InterruptedException {
        var process = start(work, arguments);
        try {
            var kept = new ArrayDeque<String>();
            var reader = Thread.ofVirtual().start(() -> read(process, kept, step));
            var exit = process.waitFor();
            reader.join();
            if (exit >= KILLED) {
                throw new InterruptedException("go was ended from outside");
            }
            var output = String.join(System.lineSeparator(), kept);
            if (exit != 0) {
                throw new CannotMakeException("go " + arguments[0] + " failed: " + output);
            }
            return output;
        } finally {
            ChildProcesses.endTree(process.toHandle());
        }
    }

    private Process start(Path work, String... arguments) throws CannotMakeException {
        var command =
                new ProcessBuilder(program).directory(work.toFile()).redirectErrorStream(true);
        for (var argument : arguments) {
            command.command().add(argument);
        }
        var environment = command.environment();
        environment.put("CGO_ENABLED", "0");
        // The user's settings for other modules would change or refuse this build.
        environment.put("GOFLAGS", "-mod=readonly");
        environment.put("GOWORK", "off");
        environment.put("GOTOOLCHAIN", "local");
        // Here, so that whatever a killed compiler leaves goes away with the folder.
        environment.put("GOTMPDIR", work.toString());
        try {
            return command.start();
        } catch (IOException notThere) {
            throw new CannotMakeException(
                    "Go is not on the PATH; install Go %s or newer (https://go.dev/dl)"
                            .formatted(GoVersion.NEEDED));
        }
    }

    private static void read(Process process, Queue<String> kept, Progress.Step step) {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var line = lines.readLine();
            while (line != null) {
                step.detail(line);
                kept.add(line);
                if (kept.size() > LINES_KEPT) {
                    kept.remove();
                }
                line = lines.readLine();
            }
        } catch (IOException closed) {
            // The process was ended; its last words are not needed any more.
            return;
        }
    }
}
