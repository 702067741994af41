package dev.patterned.operator.events;

import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The Events that were written last, so that a repeat can be told. Bounded; the oldest go. */
final class RecentEvents {
    /** A few for each of several hundred apps; what is forgotten is written anew, no harm. */
    static final int MOST = 2048;

    private final Map<Key, Known> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
                    return size() > MOST;
                }
            };

    /** One thing said of one object. */
    record Key(String uid, PlannedEvent planned) {}

    /** The Event that said it, and how often it was said. */
    record Known(Event event, int count) {}

    /** The Event that said the same before, with the count it has by now. */
    synchronized Optional<Known> countUp(Key key) {
        return Optional.ofNullable(
                known.computeIfPresent(key, (_, old) -> new Known(old.event(), old.count() + 1)));
    }

    synchronized void remember(Key key, Event event) {
        known.put(key, new Known(event, 1));
    }
}
