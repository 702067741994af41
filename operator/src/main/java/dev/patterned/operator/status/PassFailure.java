package dev.patterned.operator.status;

/**
 * Why a pass came to no end.
 *
 * @param reason of {@link Reasons}
 * @param message the same in each attempt, so that it is written once
 */
public record PassFailure(String reason, String message) {}
