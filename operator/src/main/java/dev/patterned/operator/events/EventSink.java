package dev.patterned.operator.events;

import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;

/** Where Events go. May throw what the client throws. */
interface EventSink {
    /** Writes a new Event. */
    void create(Event event);

    /**
     * Says that an Event happened again.
     *
     * @param count how often in all, at least 2
     * @return false when the Event is gone: servers keep them for an hour
     */
    boolean repeat(Event event, int count, MicroTime last);
}
