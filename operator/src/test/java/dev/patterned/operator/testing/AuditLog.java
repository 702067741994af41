package dev.patterned.operator.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts requests where they arrive. The server writes a request down when it comes and again once
 * it is answered. What a request did can be seen a moment before its answer is written down, so a
 * look first waits for the answers to what has come by then.
 */
public final class AuditLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private final Path file;
    private final long from;

    AuditLog(Path file) {
        this(file, 0);
    }

    private AuditLog(Path file, long from) {
        this.file = file;
        this.from = from;
    }

    /** The same log without what had come to one namespace by now. */
    public AuditLog fromNow(String namespace) {
        awaitAnswers(namespace);
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

    /** Every answered request to one namespace, reads included and watches that go on left out. */
    public List<AuditedRequest> requests(String namespace) {
        awaitAnswers(namespace);
        return events(namespace).stream()
                .filter(AuditLog::isAnswer)
                .map(AuditedRequest::of)
                .toList();
    }

    private void awaitAnswers(String namespace) {
        var asked = unanswered(namespace);
        await("answers on record")
                .atMost(LONGEST_ANSWER)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> Collections.disjoint(asked, unanswered(namespace)));
    }

    private Set<String> unanswered(String namespace) {
        var open = new HashSet<String>();
        for (var event : events(namespace)) {
            var id = event.path("auditID").asText();
            if (isAnswer(event)) {
                open.remove(id);
            } else if (!event.path("verb").asText().equals("watch")) {
                open.add(id);
            }
        }
        return open;
    }

    private List<JsonNode> events(String namespace) {
        // Looking for the name in the text first spares parsing what other tests did.
        return completeLines()
                .lines()
                .filter(line -> line.contains('"' + namespace + '"'))
                .map(AuditLog::parse)
                .filter(event -> event.at("/objectRef/namespace").asText().equals(namespace))
                .toList();
    }

    private static boolean isAnswer(JsonNode event) {
        return !event.path("stage").asText().equals("RequestReceived");
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

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
