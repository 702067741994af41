package dev.patterned.operator.events;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what changed as Events. Safe for use by many threads.
 *
 * <p>What was said before about an app is counted up, not written again. The same reason with
 * another note is a new Event, because a note cannot be changed and an old one would mislead.
 */
public final class EventRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);

    /** Kubernetes' MicroTime: always six digits. */
    private static final DateTimeFormatter MICRO_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The Event's name is the app's and a suffix; the app's may have 253 characters. */
    private static final int NAME = 200;

    private final EventSink sink;
    private final Clock clock;
    private final String component;
    private final String instance;
    private final RecentEvents recent = new RecentEvents();

    /**
     * Writes through that client, which stays the caller's to close.
     *
     * @param component who reports, as a qualified name such as {@code patterned.dev/operator}
     */
    public EventRecorder(KubernetesClient client, String component) {
        this(new ClusterEvents(client), Clock.systemUTC(), component);
    }

    EventRecorder(EventSink sink, Clock clock, String component) {
        this.sink = sink;
        this.clock = clock;
        this.component = component;
        instance = component + "-" + suffix();
    }

    /**
     * Writes an Event for each change worth one. Trouble with Events is logged and never thrown.
     *
     * @param before null for an app that has no status yet
     */
    public void record(
            PatternedApp app, @Nullable PatternedAppStatus before, PatternedAppStatus after) {
        for (var planned : EventPlanner.plan(before, after)) {
            try {
                send(app, planned);
            } catch (RuntimeException e) {
                LOG.debug("Event {} was not written", planned, e);
            }
        }
    }

    private void send(PatternedApp app, PlannedEvent planned) {
        var now = new MicroTime(MICRO_TIME.format(clock.instant()));
        var key = new RecentEvents.Key(app.getMetadata().getUid(), planned);
        var known = recent.countUp(key);
        if (known.isPresent() && sink.repeat(known.get().event(), known.get().count(), now)) {
            return;
        }
        var event = event(app, planned, now);
        sink.create(event);
        recent.remember(key, event);
    }

    private Event event(PatternedApp app, PlannedEvent planned, MicroTime now) {
        var meta = app.getMetadata();
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(meta.getNamespace())
                .withName(
                        meta.getName().substring(0, Math.min(NAME, meta.getName().length()))
                                + "."
                                + suffix())
                .endMetadata()
                .withType(planned.type())
                .withReason(planned.reason())
                .withAction(planned.action())
                .withNote(planned.note())
                .withEventTime(now)
                .withReportingController(component)
                .withReportingInstance(instance)
                .withNewRegarding()
                .withApiVersion(app.getApiVersion())
                .withKind(app.getKind())
                .withNamespace(meta.getNamespace())
                .withName(meta.getName())
                .withUid(meta.getUid())
                .endRegarding()
                .build();
    }

    private static String suffix() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
