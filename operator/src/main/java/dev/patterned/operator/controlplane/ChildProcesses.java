package dev.patterned.operator.controlplane;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends processes by their own id. */
final class ChildProcesses {

    private static final int SECONDS_TO_VANISH = 10;

    private ChildProcesses() {}

    /**
     * Kills a process and all that it started, such as a build with its compilers, and waits until
     * they are gone.
     */
    static void endTree(ProcessHandle root) {
        // The root goes first, or it starts new ones while the old are being ended.
        var descendants = root.descendants().toList();
        end(root);
        descendants.forEach(ChildProcesses::end);
    }

    /**
     * Kills without a chance to tidy up: nothing that this package starts keeps data worth a longer
     * goodbye.
     */
    static void end(ProcessHandle process) {
        process.destroyForcibly();
        awaitEnd(process.onExit());
    }

    /**
     * Every process of this user whose command line mentions a text, such as a folder that only we
     * use.
     */
    static Stream<ProcessHandle> mentioning(String text) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(text));
    }

    private static void awaitEnd(CompletableFuture<?> exit) {
        try {
            exit.get(SECONDS_TO_VANISH, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stays) {
            // It was sent SIGKILL; a process that survives that is stuck in the kernel and beyond
            // our reach.
            return;
        }
    }
}
