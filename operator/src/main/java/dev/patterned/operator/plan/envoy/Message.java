package dev.patterned.operator.plan.envoy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * One message of Envoy's configuration, in protobuf's JSON form. Fields come out in the order in
 * which they were set.
 */
final class Message {
    private static final String TYPES = "type.googleapis.com/";

    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    private Message() {}

    /** A message without fields; where it stands says its type. */
    static Message of() {
        return new Message();
    }

    /**
     * A message that names its type.
     *
     * @param type full name, such as {@code envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy}
     */
    static Message ofType(String type) {
        return of().with("@type", TYPES + type);
    }

    /** An extension: its name, and its configuration with type. */
    static Message extension(String name, Message configuration) {
        return of().with("name", name).with("typed_config", configuration);
    }

    Message with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    Message with(String field, int value) {
        fields.put(field, value);
        return this;
    }

    Message with(String field, boolean value) {
        fields.put(field, value);
        return this;
    }

    /** Seconds, with as many decimals as needed: the only form that Envoy takes. */
    Message with(String field, Duration value) {
        var seconds = BigDecimal.valueOf(value.toMillis(), 3).stripTrailingZeros();
        return with(field, seconds.toPlainString() + "s");
    }

    Message with(String field, Message value) {
        fields.set(field, value.fields);
        return this;
    }

    Message with(String field, List<Message> values) {
        var array = array(field);
        values.forEach(value -> array.add(value.fields));
        return this;
    }

    Message withStrings(String field, String... values) {
        var array = array(field);
        List.of(values).forEach(array::add);
        return this;
    }

    Message withNumbers(String field, int... values) {
        var array = array(field);
        for (var value : values) {
            array.add(value);
        }
        return this;
    }

    /** The value of a field that was set to a text. */
    String text(String field) {
        return fields.path(field).asText();
    }

    /** As a file: two spaces a level, and a line break at its end. */
    String text() {
        return fields.toPrettyString() + "\n";
    }

    private ArrayNode array(String field) {
        return fields.putArray(field);
    }
}
