package dev.patterned.operator.controlplane;

import dev.patterned.operator.controlplane.BinaryMaker.CannotMakeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A program for tests, built from a Go module once on a machine and kept in the cache; several
 * processes may ask for it at once. Here, where the parts are that build the control plane.
 */
public final class GoProgram {
    private GoProgram() {}

    /**
     * Finds it or builds it.
     *
     * @param folder of the program and of nothing else
     * @param recipe text by path of the module's files
     * @throws ControlPlaneException when it cannot be built; says why
     */
    public static Path findOrBuild(
            Path folder, String name, Map<String, String> recipe, Progress progress)
            throws IOException, InterruptedException {
        var program = folder.resolve(name);
        var lock = folder.resolveSibling(folder.getFileName() + ".lock");
        try (var _ =
                FolderLock.acquire(
                        lock, () -> progress.say("Another process builds " + name + "."))) {
            if (!Files.isExecutable(program)) {
                build(program, recipe, progress);
            }
        } catch (CannotMakeException cannot) {
            throw new ControlPlaneException(
                    "%s could not be built: %s".formatted(name, cannot.reason()));
        }
        return program;
    }

    private static void build(Path program, Map<String, String> recipe, Progress progress)
            throws CannotMakeException, IOException, InterruptedException {
        var folder = program.resolveSibling("");
        var go = new GoCommand("go");
        try (var partial =
                PartialFolder.create(folder.resolveSibling(""), folder.getFileName().toString())) {
            var work = Files.createDirectory(partial.path().resolve("work"));
            for (var file : recipe.entrySet()) {
                var target = work.resolve(file.getKey());
                Files.createDirectories(target.resolveSibling(""));
                Files.writeString(target, file.getValue());
            }
            go.checkVersion(partial.path());
            try (var step = progress.begin("Building " + program.getFileName())) {
                go.run(
                        work,
                        step,
                        "build",
                        "-v",
                        "-trimpath",
                        "-ldflags",
                        "-s -w",
                        "-o",
                        partial.path().resolve(program.getFileName()).toString(),
                        ".");
                step.done();
            }
            FileTrees.delete(work);
            partial.moveTo(folder);
        }
    }
}
