package dev.patterned.operator.validation.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patterned.api.v1alpha1.PatternedApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The schema that a PatternedApp is held against: that of the CRD, with Kubernetes' metadata. */
public final class PatternedAppSchema {
    private static final String GENERATED = "/dev/patterned/api/patternedapp.schema.json";

    private final Schema root;

    private PatternedAppSchema(Schema root) {
        this.root = root;
    }

    /** The schema that comes with this version. */
    public static PatternedAppSchema load() {
        return load(GENERATED);
    }

    /**
     * A schema from the class path.
     *
     * @param resource the {@code openAPIV3Schema} of a CRD's version, as JSON
     * @throws UncheckedIOException where it cannot be read: the build is broken
     */
    static PatternedAppSchema load(String resource) {
        var generated = parse(resource);
        var properties = new LinkedHashMap<String, Schema>();
        properties.put("apiVersion", text());
        properties.put("kind", text());
        properties.put("metadata", parse("metadata.schema.json"));
        properties.put("spec", generated.properties().get("spec"));
        // The server drops a status that comes with a spec, whatever it holds.
        properties.put("status", free());
        return new PatternedAppSchema(
                new Schema(
                        "object",
                        properties,
                        Optional.empty(),
                        Optional.empty(),
                        List.of("apiVersion", "kind", "metadata", "spec"),
                        List.of(),
                        Optional.empty(),
                        generated.bounds(),
                        Schema.ListType.ATOMIC,
                        List.of(),
                        false,
                        false,
                        false));
    }

    Schema root() {
        return root;
    }

    private static Schema text() {
        return Schema.parse(new ObjectMapper().createObjectNode().put("type", "string"));
    }

    private static Schema free() {
        return Schema.parse(
                new ObjectMapper()
                        .createObjectNode()
                        .put("x-kubernetes-preserve-unknown-fields", true));
    }

    private static Schema parse(String resource) {
        // The generated schema lies in the API's own jar, the other beside this class.
        var owner = resource.startsWith("/") ? PatternedApp.class : PatternedAppSchema.class;
        try (var stream = owner.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException("resource " + resource + " is missing");
            }
            return Schema.parse(new ObjectMapper().readTree(stream));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
