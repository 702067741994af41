package dev.patterned.operator.controlplane;

import java.io.IOException;
import java.nio.file.Path;

/** A way to get the programs that are in no folder yet. */
interface BinaryMaker {

    /** As in "building from Go modules: …". */
    String name();

    /**
     * Puts all programs of a release into an empty folder.
     *
     * @throws CannotMakeException when this way is closed and the next should be tried
     * @throws InterruptedException when the thread was interrupted or the JVM is ending; what was
     *     started is ended
     */
    void make(KubernetesRelease release, Platform platform, Path into, Progress progress)
            throws CannotMakeException, IOException, InterruptedException;

    /** Why a way is closed, in one line (a failed build adds the compiler's last lines). */
    final class CannotMakeException extends Exception {

        private static final long serialVersionUID = 1L;

        CannotMakeException(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
