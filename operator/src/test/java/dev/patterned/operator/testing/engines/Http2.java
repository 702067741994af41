package dev.patterned.operator.testing.engines;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * As much HTTP/2 (RFC 9113) as a gRPC call needs. Headers are written, never read: what arrives is
 * seen by its data.
 */
public final class Http2 {
    private static final byte[] PREFACE =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    private final DataInputStream in;
    private final OutputStream out;

    private Http2(Socket socket) throws IOException {
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    private record Frame(int type, int flags, int stream, String payload) {
        boolean isLast() {
            return (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
        }
    }

    /** A server that sends the body of each call back, and says that all went well. */
    public static SocketBackend echo() {
        return new SocketBackend(socket -> new Http2(socket).serve());
    }

    /** The same by TLS, for clients that ask for HTTP/2 in the handshake. */
    public static SocketBackend echo(SSLContext context) {
        return new SocketBackend(socket -> new Http2(secured(socket, context)).serve());
    }

    private static Socket secured(Socket socket, SSLContext context) throws IOException {
        var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
        var parameters = context.getDefaultSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        parameters.setNeedClientAuth(true);
        secured.setSSLParameters(parameters);
        secured.setUseClientMode(false);
        return secured;
    }

    /** The body of the answer to a call; fails when it is refused. */
    public static String call(int port, String body) throws IOException {
        try (var socket = Ports.connect(port)) {
            return new Http2(socket).ask(body);
        }
    }

    private String ask(String body) throws IOException {
        out.write(PREFACE);
        write(SETTINGS, 0, 0, new byte[0]);
        write(
                HEADERS,
                END_HEADERS,
                1,
                headers(
                        ":method", "POST",
                        ":scheme", "http",
                        ":path", "/shop.Orders/Place",
                        ":authority", "127.0.0.1",
                        "content-type", "application/grpc",
                        "te", "trailers"));
        write(DATA, END_STREAM, 1, body.getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (true) {
            var frame = read();
            if (frame.type == RESET || frame.type == GOAWAY) {
                throw new IOException("refused");
            }
            if (frame.type == DATA) {
                answer.append(frame.payload);
            }
            if (frame.isLast()) {
                return answer.toString();
            }
        }
    }

    private void serve() throws IOException {
        in.readNBytes(PREFACE.length);
        write(SETTINGS, 0, 0, new byte[0]);
        while (true) {
            var frame = read();
            if (frame.type == DATA && frame.isLast()) {
                write(
                        HEADERS,
                        END_HEADERS,
                        frame.stream,
                        headers(":status", "200", "content-type", "application/grpc"));
                write(DATA, 0, frame.stream, frame.payload.getBytes(StandardCharsets.ISO_8859_1));
                write(HEADERS, END_HEADERS | END_STREAM, frame.stream, headers("grpc-status", "0"));
            }
        }
    }

    private Frame read() throws IOException {
        var length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        var type = in.readUnsignedByte();
        var flags = in.readUnsignedByte();
        var stream = in.readInt();
        var frame = new Frame(type, flags, stream, text(in.readNBytes(length)));
        if (type == SETTINGS && flags == 0) {
            write(SETTINGS, 1, 0, new byte[0]);
        }
        return frame;
    }

    private void write(int type, int flags, int stream, byte[] payload) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {0, 0, (byte) payload.length, (byte) type, (byte) flags, 0, 0, 0});
        bytes.write(stream);
        bytes.writeBytes(payload);
        out.write(bytes.toByteArray());
        out.flush();
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.ISO_8859_1);
    }

    /** Literal headers without indexing, RFC 7541 section 6.2.2. */
    private static byte[] headers(String... pairs) {
        var bytes = new ByteArrayOutputStream();
        for (var index = 0; index < pairs.length; index += 2) {
            bytes.write(0);
            text(bytes, pairs[index]);
            text(bytes, pairs[index + 1]);
        }
        return bytes.toByteArray();
    }

    private static void text(ByteArrayOutputStream bytes, String text) {
        bytes.write(text.length());
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
