package dev.patterned.operator.events;

/** From two statuses to the Events that tell of the change. */
public final class EventPlanner {
    private EventPlanner() {}
}
