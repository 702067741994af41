package dev.patterned.operator.testing.engines;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Speaks RESP 2. Replies come as text; an error begins with {@code !}, a missing value is {@code
 * (nil)}.
 */
public final class RedisClient implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    /** Connects to 127.0.0.1. */
    public RedisClient(int port) {
        try {
            socket = Ports.connect(port);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One command and its reply; the items of a list stand in brackets. */
    public String ask(String... words) {
        return pipeline(List.of(List.of(words))).getFirst();
    }

    /** Commands sent at once, and their replies. */
    public List<String> pipeline(List<List<String>> commands) {
        try {
            var bytes = new ByteArrayOutputStream();
            commands.forEach(words -> bytes.writeBytes(encode(words)));
            var sender = Thread.ofVirtual().start(() -> send(bytes.toByteArray()));
            var replies = new ArrayList<String>();
            while (replies.size() < commands.size()) {
                replies.add(reply());
            }
            sender.join();
            return replies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encode(List<String> words) {
        var text = new StringBuilder("*" + words.size() + "\r\n");
        words.forEach(word ->
                text.append('$').append(word.length()).append("\r\n").append(word).append("\r\n"));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String reply() throws IOException {
        var line = line();
        var rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '-' -> "!" + rest;
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> {
                var items = new ArrayList<String>();
                for (var left = Integer.parseInt(rest); left > 0; left--) {
                    items.add(reply());
                }
                yield items.toString();
            }
            default -> rest;
        };
    }

    private String bulk(int length) throws IOException {
        if (length < 0) {
            return "(nil)";
        }
        var text = new String(in.readNBytes(length), StandardCharsets.US_ASCII);
        line();
        return text;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (line.length() < 2 || line.charAt(line.length() - 2) != '\r') {
            var read = in.read();
            if (read < 0) {
                throw new EOFException("closed after: " + line);
            }
            line.append((char) read);
        }
        return line.substring(0, line.length() - 2);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
