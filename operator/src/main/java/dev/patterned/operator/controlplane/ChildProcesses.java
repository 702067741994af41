package dev.patterned.operator.controlplane;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes by their own id. */
final class ChildProcesses {

    // A dead orphan counts as alive until the first process of the machine collects it, and some
    // are slow at that.
    private static final int SECONDS_TO_VANISH = 3;

    private ChildProcesses() {}

    /**
     * Kills a process and all that it started, such as a build with its compilers, and waits until
     * they are gone.
     */
    static void endTree(ProcessHandle root) {
        // Listed while the root lives: with its death they become orphans that nobody can tell from
        // others.
        var tree = new ArrayList<>(List.of(root));
        root.descendants().forEach(tree::add);
        end(tree);
    }

    /**
     * Kills without a chance to tidy up: nothing that this package starts keeps data worth a longer
     * goodbye.
     */
    static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        var exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(SECONDS_TO_VANISH, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stays) {
            // All were sent SIGKILL; there is nothing more that can be done to them.
            return;
        }
    }

    /**
     * Every process of this user whose command line mentions a text, such as a folder that only we
     * use.
     */
    static List<ProcessHandle> mentioning(String text) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(text))
                .toList();
    }
}
