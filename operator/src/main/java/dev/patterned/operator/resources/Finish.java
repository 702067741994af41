package dev.patterned.operator.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.Hash;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The last two touches on every child: its stamp and its owner. */
final class Finish {
    /** 64 bits: enough that no change of an object goes unseen. */
    private static final int STAMP_LENGTH = 16;

    private static final ObjectMapper CANONICAL =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .build();

    private Finish() {}

    /**
     * The stamp is taken before the owner is set, so that it is the same offline and in the
     * cluster.
     */
    static void finish(AppId app, HasMetadata child) {
        var metadata = child.getMetadata();
        var annotations = new TreeMap<String, String>();
        if (metadata.getAnnotations() != null) {
            annotations.putAll(metadata.getAnnotations());
        }
        FixedParts.of(child)
                .ifPresent(parts -> annotations.put(ApiKeys.ANNOTATION_FIXED, hash(parts)));
        annotations.put(ApiKeys.ANNOTATION_STAMP, hash(child));
        metadata.setAnnotations(annotations);
        if (!app.uid().isEmpty()) {
            var owner =
                    new OwnerReferenceBuilder()
                            .withApiVersion(HasMetadata.getApiVersion(PatternedApp.class))
                            .withKind(HasMetadata.getKind(PatternedApp.class))
                            .withName(app.name())
                            .withUid(app.uid())
                            .withController(true)
                            .build();
            metadata.setOwnerReferences(new ArrayList<>(List.of(owner)));
        }
    }

    private static String hash(HasMetadata child) {
        try {
            return Hash.of(CANONICAL.writeValueAsString(child)).substring(0, STAMP_LENGTH);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
