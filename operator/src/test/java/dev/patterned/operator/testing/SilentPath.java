package dev.patterned.operator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a server that can lose its connections as a firewall or a cable does: both ends keep
 * them open, and nothing comes through any more. Connections that are made later work.
 */
public final class SilentPath implements AutoCloseable {
    private final URI server;
    private final ServerSocket listener;
    private final List<Crossing> crossings = new CopyOnWriteArrayList<>();

    /** Starts it on a free port of the loopback interface. */
    public SilentPath(URI server) {
        this.server = server;
        try {
            this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** The server's address by this way. */
    public String url() {
        return server.getScheme() + "://127.0.0.1:" + listener.getLocalPort();
    }

    /** From now on nothing comes through what is open. */
    public void lose() {
        crossings.forEach(crossing -> crossing.lost = true);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                var near = listener.accept();
                var crossing = new Crossing(near, new Socket(server.getHost(), server.getPort()));
                crossings.add(crossing);
                crossing.start();
            } catch (IOException _) {
                // The listener was closed, or the server is not there: the client sees it.
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        crossings.forEach(Crossing::close);
    }

    private static final class Crossing {
        private final Socket near;
        private final Socket far;
        private volatile boolean lost;

        private Crossing(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        private void start() {
            Thread.ofVirtual().start(() -> carry(near, far));
            Thread.ofVirtual().start(() -> carry(far, near));
        }

        private void carry(Socket from, Socket to) {
            var buffer = new byte[16 * 1024];
            try {
                var in = from.getInputStream();
                var out = to.getOutputStream();
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!lost) {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException _) {
                // One end is gone: so is the crossing.
            }
            if (!lost) {
                close();
            }
        }

        private void close() {
            for (var socket : List.of(near, far)) {
                try {
                    socket.close();
                } catch (IOException _) {
                    // It is gone already.
                }
            }
        }
    }
}
