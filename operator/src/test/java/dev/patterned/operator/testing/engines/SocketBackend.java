package dev.patterned.operator.testing.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP server that can go and come back. */
public final class SocketBackend implements AutoCloseable {
    /** What it does with each connection; the connection stays open afterwards. */
    public interface Conversation {
        void hold(Socket socket) throws IOException;
    }

    private final Conversation conversation;
    private final int port = Ports.free();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private ServerSocket listener;

    /** Starts it on a free port. */
    public SocketBackend(Conversation conversation) {
        this.conversation = conversation;
        this.listener = listen();
    }

    /** One that says its name to who comes. */
    public static SocketBackend naming(String name) {
        return new SocketBackend(socket ->
                socket.getOutputStream().write((name + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** One that takes each request as an upgrade, and echoes what comes after it. */
    public static SocketBackend upgrading() {
        return new SocketBackend(SocketBackend::upgrade);
    }

    private static void upgrade(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var read = in.read();
            if (read < 0) {
                return; // A check that only connects.
            }
            head.append((char) read);
        }
        var out = socket.getOutputStream();
        out.write(
                "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        in.transferTo(out);
    }

    public int port() {
        return port;
    }

    /** Comes back after a {@link #stop}. */
    public void restart() {
        listener = listen();
    }

    private ServerSocket listen() {
        try {
            var made = new ServerSocket();
            made.setReuseAddress(true);
            made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            Thread.ofVirtual().start(() -> serve(made));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> hold(socket));
            } catch (IOException _) {
                // The listener was closed, or the client was gone before it was served.
            }
        }
    }

    private void hold(Socket socket) {
        try {
            conversation.hold(socket);
        } catch (IOException gone) {
            open.remove(socket);
        }
    }

    /** Goes, with all its connections. */
    public void stop() {
        try {
            listener.close();
            for (var socket : open) {
                socket.close();
            }
            open.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Ports.awaitRefusal(port);
    }

    @Override
    public void close() {
        stop();
    }
}
