package dev.patterned.operator.scripts;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A gRPC server of a few bytes: HTTP/2 without TLS (RFC 9113), one prepared answer to whatever is
 * asked.
 */
final class HealthServer implements AutoCloseable {
    private static final int PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length();
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final byte[] message;
    private final int grpcStatus;
    private volatile String asked = "";

    /**
     * Starts a server.
     *
     * @param message the frame of the answer in hexadecimal; without one, status comes at once
     */
    HealthServer(String message, int grpcStatus) throws IOException {
        this.message = HexFormat.of().parseHex(message);
        this.grpcStatus = grpcStatus;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The body of the last request, in hexadecimal. */
    String asked() {
        return asked;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (var socket = listener.accept()) {
                answer(socket);
            } catch (EOFException _) {
                // The client has what it wanted.
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var out = socket.getOutputStream();
        in.readNBytes(PREFACE);
        frame(out, SETTINGS, 0, 0, new byte[0]);
        while (true) {
            var length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            var type = in.readUnsignedByte();
            var flags = in.readUnsignedByte();
            var stream = in.readInt();
            var payload = in.readNBytes(length);
            if (type == SETTINGS && flags == 0) {
                frame(out, SETTINGS, 1, 0, new byte[0]);
            }
            if (type == DATA && (flags & END_STREAM) != 0) {
                asked = HexFormat.of().formatHex(payload);
                respond(out, stream);
            }
        }
    }

    private void respond(OutputStream out, int stream) throws IOException {
        var head = new ByteArrayOutputStream();
        head.write(0x88); // ":status: 200" of the static table, RFC 7541 appendix A
        head.write(header("content-type", "application/grpc"));
        var status = header("grpc-status", "" + grpcStatus);
        if (message.length == 0) {
            head.write(status);
            frame(out, HEADERS, END_HEADERS | END_STREAM, stream, head.toByteArray());
            return;
        }
        frame(out, HEADERS, END_HEADERS, stream, head.toByteArray());
        frame(out, DATA, 0, stream, message);
        frame(out, HEADERS, END_HEADERS | END_STREAM, stream, status);
    }

    /** A literal header without indexing, RFC 7541 section 6.2.2. */
    private static byte[] header(String name, String value) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.write(name.length());
        bytes.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        bytes.write(value.length());
        bytes.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static void frame(OutputStream out, int type, int flags, int stream, byte[] payload)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {0, 0, (byte) payload.length, (byte) type, (byte) flags, 0, 0, 0});
        bytes.write(stream);
        bytes.writeBytes(payload);
        out.write(bytes.toByteArray());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
