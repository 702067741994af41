package dev.patterned.operator.observe;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Events of type Warning about one object: the one place where Events are read. */
final class Warnings {
    private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);

    private Warnings() {}

    /** Those that the cache holds: about a CronJob, that it could not create a Job. */
    static List<Warning> cached(CronJob cron, Context<PatternedApp> context) {
        return saying(
                context.getSecondaryResourcesAsStream(Event.class)
                        .filter(event ->
                                event.getRegarding() != null
                                        && cron.getMetadata()
                                                .getUid()
                                                .equals(event.getRegarding().getUid())));
    }

    /** Those that say something: one list. None where they may not be read. */
    static List<Warning> about(HasMetadata object, KubernetesClient client) {
        var metadata = object.getMetadata();
        try {
            return saying(
                    client
                            .events()
                            .v1()
                            .events()
                            .inNamespace(metadata.getNamespace())
                            .withField("regarding.uid", metadata.getUid())
                            .withField("type", "Warning")
                            .list()
                            .getItems()
                            .stream());
        } catch (KubernetesClientException refused) {
            // The status is poorer without, and still right.
            LOG.debug("Events of {} cannot be read", metadata.getName(), refused);
            return List.of();
        }
    }

    private static List<Warning> saying(Stream<Event> events) {
        return events.map(Warning::of).filter(warning -> !warning.note().isEmpty()).toList();
    }
}
