package dev.patterned.operator.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Counts requests where they arrive. The server writes a request down before it answers, so what a
 * client has sent and got answered is there at once; no waiting.
 */
public final class AuditLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final long from;

    AuditLog(Path file) {
        this(file, 0);
    }

    private AuditLog(Path file, long from) {
        this.file = file;
        this.from = from;
    }

    /** The same log without what is in it by now. */
    public AuditLog fromNow() {
        try {
            return new AuditLog(file, Files.size(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Writes in one namespace, in the order of their answers, refused ones included and Events and
     * Leases left out.
     *
     * @param userAgent the start of the user agent, such as {@code patterned-operator}; empty for
     *     anybody's
     */
    public List<AuditedRequest> writes(String userAgent, String namespace) {
        return requests(namespace).stream()
                .filter(AuditedRequest::isCountedWrite)
                .filter(request -> request.userAgent().startsWith(userAgent))
                .toList();
    }

    /** Every request to one namespace, reads included. */
    public List<AuditedRequest> requests(String namespace) {
        // Looking for the name in the text first spares parsing what other tests did.
        return completeLines()
                .lines()
                .filter(line -> line.contains('"' + namespace + '"'))
                .map(AuditLog::parse)
                .filter(request -> request.namespace().equals(namespace))
                .toList();
    }

    /** Another test's request may be half written. */
    private String completeLines() {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static AuditedRequest parse(String line) {
        try {
            return AuditedRequest.of(JSON.readTree(line));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
