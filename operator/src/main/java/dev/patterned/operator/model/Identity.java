package dev.patterned.operator.model;

import java.util.OptionalLong;

/** User and group ids of a process; empty where only the image knows. */
public record Identity(OptionalLong user, OptionalLong group) {}
