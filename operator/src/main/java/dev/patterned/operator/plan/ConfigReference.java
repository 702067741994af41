package dev.patterned.operator.plan;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A ConfigMap or Secret that a container reads in its environment or mounts.
 *
 * @param keys those that are used; empty: all
 * @param optional whether the Pod also starts without it
 */
public record ConfigReference(Kind kind, String name, SortedSet<String> keys, boolean optional) {
    /** Which of both it is. */
    public enum Kind {
        /** A ConfigMap. */
        CONFIG_MAP,
        /** A Secret. */
        SECRET
    }

    public ConfigReference {
        keys = new TreeSet<>(keys);
    }
}
