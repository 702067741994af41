package dev.patterned.operator.cli;

import java.nio.charset.Charset;

/** What the terminal can show. */
final class Terminals {
    private Terminals() {}

    /** Whether it has nothing but ASCII, as far as the process was told. */
    static boolean isPlain() {
        return !Charset.forName(System.getProperty("stdout.encoding", "US-ASCII"))
                .newEncoder()
                .canEncode('├');
    }
}
