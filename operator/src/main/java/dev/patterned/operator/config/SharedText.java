package dev.patterned.operator.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
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
final class SharedText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1;

    /** A power of two: places are picked by the lowest bits. */
    private static final int PLACES = 1 << 12;

    /** Longer ones are few, and scripts are among them: up to 16 Ki characters. */
    private static final int LONGEST = 1 << 14;

    private final transient AtomicReferenceArray<@Nullable WeakReference<String>> table =
            new AtomicReferenceArray<>(PLACES);

    SharedText() {
        super(String.class);
    }

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

    @Override
    public boolean isCachable() {
        return true;
    }
}
