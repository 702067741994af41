package dev.patterned.operator.observe;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Events of type Warning about one object: the one place where Events are read. */
final class Warnings {
    private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);

    private Warnings() {}

    /** Those that say something: one list. None where they may not be read. */
    static List<Warning> about(HasMetadata object, KubernetesClient client) {
        var metadata = object.getMetadata();
        try {
            return client
                    .events()
                    .v1()
                    .events()
                    .inNamespace(metadata.getNamespace())
                    .withField("regarding.uid", metadata.getUid())
                    .withField("type", "Warning")
                    .list()
                    .getItems()
                    .stream()
                    .map(Warning::of)
                    .filter(warning -> !warning.note().isEmpty())
                    .toList();
        } catch (KubernetesClientException refused) {
            // The status is poorer without, and still right.
            LOG.debug("Events of {} cannot be read", metadata.getName(), refused);
            return List.of();
        }
    }
}
