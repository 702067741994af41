package dev.patterned.operator.plan.envoy;

/** Addresses, and how long a silent peer is believed to be there. */
final class Sockets {
    static final String LOOPBACK = "127.0.0.1";
    static final String EVERYWHERE = "0.0.0.0";

    private Sockets() {}

    static Message address(String host, int port) {
        return Message.of()
                .with(
                        "socket_address",
                        Message.of().with("address", host).with("port_value", port));
    }

    /**
     * Looks for a peer that vanished without a word after a minute, and gives it up half a minute
     * later. It takes the place of limits on idle streams, which would cut those that are merely
     * quiet.
     */
    static Message keepAlive() {
        return Message.of()
                .with("keepalive_probes", 3)
                .with("keepalive_time", 60)
                .with("keepalive_interval", 10);
    }
}
