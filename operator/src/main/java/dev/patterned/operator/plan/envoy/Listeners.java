package dev.patterned.operator.plan.envoy;

import java.util.List;

/** What all listeners have in common. */
final class Listeners {
    private Listeners() {}

    static Message listener(String name, Message address, Message filter) {
        return Message.of()
                .with("name", name)
                .with("address", address)
                .with("tcp_keepalive", Sockets.keepAlive())
                .with("filter_chains", List.of(Message.of().with("filters", List.of(filter))));
    }
}
