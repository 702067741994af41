package dev.patterned.operator.testing.engines;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports of the loopback. */
public final class Ports {
    /** Below those that the kernel gives to clients: nobody else takes one meanwhile. */
    private static final int FIRST = 20_000;

    private static final int SPAN = 9_000;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 97 % SPAN));

    private Ports() {}

    /** One that is free, and another one each time. */
    public static int free() {
        for (var attempt = 0; attempt < SPAN; attempt++) {
            var port = FIRST + NEXT.getAndIncrement() % SPAN;
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress((InetAddress) null, port));
                return port;
            } catch (IOException _) {
                // Taken: the next one.
            }
        }
        throw new AssertionError("no free port");
    }

    /** Whether somebody accepts connections there. */
    public static boolean accepts(int port) {
        try (var _ = connect(port)) {
            return true;
        } catch (IOException | UncheckedIOException refused) {
            return false;
        }
    }

    /** The kernel lets clients in until the thread that waits for them has noticed the end. */
    static void awaitRefusal(int port) {
        await().atMost(EngineProcess.PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !accepts(port));
    }

    /** A connection whose reads give up after a while. */
    public static Socket connect(int port) {
        var socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    (int) CONNECT.toMillis());
            socket.setSoTimeout((int) EngineProcess.PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
