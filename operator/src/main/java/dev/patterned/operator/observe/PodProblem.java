package dev.patterned.operator.observe;

/**
 * One thing that keeps a Pod from being ready.
 *
 * @param pod name of the Pod
 * @param container its container, or empty for the Pod as a whole
 * @param message without the Pod's name, not ending in a full stop
 */
public record PodProblem(Kind kind, String pod, String container, String message) {
    /**
     * Kinds, worst first: what needs a person before what may pass, and what passes by itself last.
     */
    public enum Kind {
        /** A ConfigMap, Secret or key that the container refers to does not exist. */
        CONFIGURATION,
        /** The image's name is no name. */
        IMAGE_NAME,
        /** The image cannot be pulled. */
        IMAGE,
        /** The runtime cannot start the container's process. */
        CANNOT_START,
        /** Killed for using more memory than its limit. */
        OUT_OF_MEMORY,
        /** Ends again and again, or ended where it must not. */
        CRASH,
        /** A volume that the Pod refers to does not exist. */
        VOLUME,
        /** A volume that exists cannot be mounted. */
        VOLUME_FAILED,
        /** No node takes the Pod. */
        UNSCHEDULABLE,
        /** A wait's last run ended without what it waits for. */
        WAIT_FAILED,
        /** A wait is running. */
        WAITING,
        /** Running, but a probe has not passed. */
        UNREADY,
        /** Evicted, or lost with its node; its successor has its own problems. */
        GONE,
        /** On its way. */
        STARTING
    }

    /** A sentence with its subject, for a person. */
    public String sentence() {
        return "Pod " + pod + ": " + message;
    }
}
