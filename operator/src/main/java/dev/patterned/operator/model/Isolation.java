package dev.patterned.operator.model;

/**
 * Whether ambassadors are the only way.
 *
 * @param inbound whether callers reach main only through inbound listeners
 * @param outbound whether main reaches the outside only through outbound listeners
 */
public record Isolation(boolean inbound, boolean outbound, Enforcement enforcement) {
    /** Everything open. */
    public static final Isolation OPEN = new Isolation(false, false, Enforcement.NETWORK_POLICY);

    /** Name of the init container that loads the filter rules. */
    public static final String CONTAINER = "patterned-packet-filter";

    /** Whether filter rules in the Pod hold it. */
    public boolean byPacketFilter() {
        return any() && enforcement == Enforcement.NETFILTER;
    }

    /** Whether a NetworkPolicy is to hold it. */
    public boolean byNetworkPolicy() {
        return any() && enforcement == Enforcement.NETWORK_POLICY;
    }

    /** Whether anything is asked for. */
    public boolean any() {
        return inbound || outbound;
    }

    /** What holds it. */
    public enum Enforcement {
        /** A NetworkPolicy: as good as the cluster's network plugin, and for the Pod as a whole. */
        NETWORK_POLICY,
        /** Packet filter rules inside the Pod, by user id. */
        NETFILTER
    }
}
