package dev.patterned.operator.controlplane;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Progress for people and for CI logs: one line that is rewritten every second on a terminal;
 * elsewhere plain lines, one every {@link #HEARTBEAT}, so that a log shows life without being
 * flooded.
 */
public final class ConsoleProgress implements Progress {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final int COLUMNS = 79;
    private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;

    /** Prints to {@code out}; {@code terminal} allows rewriting the last line. */
    public ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Prints to standard error, in the style that fits where that goes. */
    // JDK 25 went back to the console that is null without a terminal.
    @SuppressWarnings("SystemConsoleNull")
    public static ConsoleProgress standardError() {
        var console = System.console();
        return new ConsoleProgress(System.err, console != null && console.isTerminal());
    }

    @Override
    public void say(String line) {
        out.println(line);
    }

    @Override
    public Step begin(String what) {
        return new ConsoleStep(what);
    }

    /** Such as {@code Building etcd: 1m 05s (downloading golang.org/x/net)}. */
    static String running(String what, Duration elapsed, String detail) {
        return what + ": " + text(elapsed) + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    /** A line that wraps cannot be rewritten, so it is cut to what every terminal has. */
    static String fitted(String line) {
        return line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 1) + "…";
    }

    /** Such as {@code 7s} or {@code 1m 05s}. */
    static String text(Duration duration) {
        var seconds = duration.toSeconds();
        return seconds < 60 ? seconds + "s" : "%dm %02ds".formatted(seconds / 60, seconds % 60);
    }

    private final class ConsoleStep implements Step {

        private final String what;
        private final long started = System.nanoTime();
        private final Thread heartbeat;
        private String detail = "";
        private boolean over;

        ConsoleStep(String what) {
            this.what = what;
            out.print(terminal ? what : what + System.lineSeparator());
            out.flush();
            heartbeat = Thread.ofVirtual().start(this::beat);
        }

        private void beat() {
            try {
                while (true) {
                    Thread.sleep(terminal ? Duration.ofSeconds(1) : HEARTBEAT);
                    show();
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void show() {
            if (over) {
                return;
            }
            var line = running(what, elapsed(), detail);
            out.print(
                    terminal
                            ? TO_LINE_START_AND_CLEAR + fitted(line)
                            : line + System.lineSeparator());
            out.flush();
        }

        @Override
        public synchronized void detail(String newDetail) {
            detail = newDetail;
        }

        @Override
        public void done() {
            end("done in ");
        }

        @Override
        public void close() {
            end("given up after ");
        }

        private synchronized void end(String how) {
            if (over) {
                return;
            }
            over = true;
            heartbeat.interrupt();
            out.println(
                    (terminal ? TO_LINE_START_AND_CLEAR : "")
                            + what
                            + ": "
                            + how
                            + text(elapsed()));
        }

        private Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - started);
        }
    }
}
