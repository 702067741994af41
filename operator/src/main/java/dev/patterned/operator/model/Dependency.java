package dev.patterned.operator.model;

import java.time.Duration;

/**
 * Something that must be there before main starts.
 *
 * @param timeout longest wait, above zero
 * @param interval pause between two attempts, above zero
 * @param continueOnTimeout whether the Pod goes on when the time has passed
 */
public record Dependency(
        String name,
        Target target,
        Duration timeout,
        Duration interval,
        boolean continueOnTimeout) {}
