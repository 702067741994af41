package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.testing.engines.Ports;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** As far as a proxy sees: a request that becomes a stream of bytes in both directions. */
final class WebSocketClient implements AutoCloseable {
    private final Socket socket;

    WebSocketClient(int port) throws IOException {
        socket = Ports.connect(port);
        write(
                """
                GET /chat HTTP/1.1\r
                Host: localhost\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """);
    }

    /** The answer's first line; its other lines are read too. */
    String status() throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append(character());
        }
        return head.substring(0, head.indexOf("\r\n"));
    }

    String echoOf(String text) throws IOException {
        write(text);
        return new String(
                socket.getInputStream().readNBytes(text.length()), StandardCharsets.US_ASCII);
    }

    private char character() throws IOException {
        var read = socket.getInputStream().read();
        if (read < 0) {
            throw new IOException("closed");
        }
        return (char) read;
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
