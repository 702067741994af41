package dev.patterned.operator.plan;

/**
 * Where a container stands among a Pod's initContainers. The order of the constants is the order in
 * which the kubelet starts them, and native sidecars stop in the reverse of it, after main
 * (KEP-753).
 */
public enum Stage {
    /** Filter rules: before anything that they are for can run. */
    PACKET_FILTER,
    /** Before everything that may want to reach the outside. */
    AMBASSADORS,
    /** Sidecars that the waits may need, such as a proxy. */
    EARLY_SIDECARS,
    /** Waits, in the order of the spec. */
    WAITS,
    /** The user's own tasks, which may use what was waited for. */
    TASKS,
    /**
     * Adapters, tailers and other sidecars: up before main writes its first line, down after its
     * last.
     */
    SIDECARS,
    /** Told to stop before all of them, and slow to do so. */
    GATE
}
