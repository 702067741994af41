package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Shorter words for fields of Kubernetes' types that stand in the CRD many times. */
final class KubernetesWords {
    private static final String RESOURCE = "/kubernetes-words.properties";

    private final Properties words;

    private KubernetesWords(Properties words) {
        this.words = words;
    }

    /** Words that fit these types: an entry for a field that none of them has is an error. */
    static KubernetesWords load(JsonNode types) {
        var words = new Properties();
        try (var in = KubernetesWords.class.getResourceAsStream(RESOURCE)) {
            words.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (var name : words.stringPropertyNames()) {
            var place = Place.of(name);
            if (!types.path(place.type()).path(Schemas.PROPERTIES).has(place.field())) {
                throw new IllegalStateException(RESOURCE + ": no field " + name);
            }
        }
        return new KubernetesWords(words);
    }

    /** The description of a field: ours, or else Kubernetes' own. */
    String of(Place place, String own) {
        return words.getProperty(place.toString(), own);
    }
}
