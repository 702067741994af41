package dev.patterned.operator.apply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** A live object as it must be applied to own all of its spec. Pure. */
final class Takeover {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> IDENTITY =
            List.of("name", "namespace", "uid", "resourceVersion", "labels", "annotations");

    private Takeover() {}

    /** Its resourceVersion stays, so that only this very state can be taken over. */
    static HasMetadata of(HasMetadata live) {
        var tree = (ObjectNode) MAPPER.valueToTree(live);
        tree.remove("status");
        ((ObjectNode) tree.path("metadata")).retain(IDENTITY);
        return MAPPER.convertValue(tree, live.getClass());
    }
}
