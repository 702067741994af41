package dev.patterned.operator.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Reads strings so that equal ones are mostly one object: images, labels, policies and scripts
 * stand in every app's objects, and the informers keep them all.
 *
 * <p>Each place of a table points at the string that it saw last. Whatever is crowded out is only
 * read into one object more. The table keeps nothing alive: what a Secret holds goes as soon as
 * nobody else has it.
 */
final class SharedText extends JsonDeserializer<String> {
    /** A power of two: places are picked by the lowest bits. */
    private static final int PLACES = 1 << 12;

    /** Longer ones are few, and scripts are among them: up to 16 Ki characters. */
    private static final int LONGEST = 1 << 14;

    private final AtomicReferenceArray<@Nullable WeakReference<String>> table =
            new AtomicReferenceArray<>(PLACES);

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return StringDeserializer.instance.deserialize(parser, context);
        }
        var text = parser.getText();
        return text.length() > LONGEST ? text : shared(text);
    }

    private String shared(String text) {
        var hash = text.hashCode();
        var place = (hash ^ hash >>> 16) & PLACES - 1;
        var last = table.get(place);
        var seen = last == null ? null : last.get();
        if (seen != null && seen.equals(text)) {
            return seen;
        }
        table.set(place, new WeakReference<>(text));
        return text;
    }

    /** No type stands beside a string. */
    @Override
    public Object deserializeWithType(
            JsonParser parser, DeserializationContext context, TypeDeserializer type)
            throws IOException {
        return deserialize(parser, context);
    }

    @Override
    public Object getEmptyValue(DeserializationContext context) {
        return "";
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Textual;
    }

    @Override
    public boolean isCachable() {
        return true;
    }
}
