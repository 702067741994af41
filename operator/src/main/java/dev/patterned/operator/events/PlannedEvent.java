package dev.patterned.operator.events;

/**
 * An Event worth writing, before it has a name and a time.
 *
 * @param type {@code Normal} or {@code Warning}
 * @param action what the operator was doing
 * @param note at most 1024 bytes in UTF-8, as the API demands
 */
record PlannedEvent(String type, String reason, String action, String note) {}
