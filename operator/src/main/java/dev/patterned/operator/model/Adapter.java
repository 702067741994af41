package dev.patterned.operator.model;

/** Gives the outside a uniform view of main. */
public sealed interface Adapter permits LogAdapter, MetricsAdapter, CustomAdapter {
    /** The name of the container. */
    String name();
}
